// The page's own script: Vietnamese first, and choices that the arrow keys walk through
() => {
  document.documentElement.lang = 'vi';
  let held = null;  // the choices that the keyboard is in
  const names = new Map();
  // Gradio gives every radio button a name of its own, so that to a browser none belong together;
  // and it draws them anew in another language, so that the keyboard stands nowhere
  const join = () => {
    document.querySelectorAll('fieldset').forEach(f => {
      if (!names.has(f)) names.set(f, `vc-choice-${names.size}`);
      f.querySelectorAll('input[type=radio]').forEach(e => { if (e.name !== names.get(f)) e.name = names.get(f); });
    });
    if (held?.isConnected && document.activeElement === document.body) held.querySelector('input:checked')?.focus();
  };
  document.addEventListener('focusin', e => { held = e.target.closest('fieldset'); });
  document.addEventListener('focusout', e => setTimeout(() => { if (e.target.isConnected && document.activeElement === document.body) held = null; }));
  new MutationObserver(join).observe(document.body, {childList: true, subtree: true, attributeFilter: ['name']});
  join();
}
