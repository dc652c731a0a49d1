// the page of errors in a frame of a notebook's cell (anywidget): what it shows and what is picked go back to Python
function render({ model, el }) {
  const frame = document.createElement('iframe');
  frame.title = 'captions and their errors';
  Object.assign(frame.style, { width: '100%', height: `${model.get('height')}px`, border: '0' });
  frame.srcdoc = model.get('page');
  frame.addEventListener('load', () => {
    const doc = frame.contentDocument;
    const tell = (name, value) => { model.set(name, value); model.save_changes(); };
    const shown = () => tell('shown', [...doc.querySelectorAll('.cards > li:not([hidden])')].map(li => li.dataset.id));
    new MutationObserver(shown).observe(doc.querySelector('.cards'),
      { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
    doc.addEventListener('focusin', e => {
      const li = e.target.closest('.cards > li');
      if (li) tell('picked', li.dataset.id);
    });
    shown();
  });
  el.append(frame);
}
export default { render };
