'use strict';
const $ = (q, at = document) => [...at.querySelectorAll(q)];
const list = document.querySelector('.cards'), items = $('.cards > li');
const search = document.getElementById('search'), sort = document.getElementById('sort');
const turn = document.getElementById('turn'), count = document.getElementById('count');
const kinds = $('button[data-kind]');
// letters without marks, đ as d, as chapter 705 does
const bare = s => s.toLowerCase().replace(/đ/g, 'd').normalize('NFD').replace(/\p{M}/gu, '');
const texts = items.map(li => { const t = li.dataset.text.normalize('NFC').toLowerCase(); return [t, bare(t)]; });
const scores = items.map(li => JSON.parse(li.dataset.scores));

function shown() {  // which cards fit the search and one of the errors
  const q = search.value.trim().normalize('NFC').toLowerCase(), plain = bare(q) === q;
  const on = kinds.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.kind);
  return items.map((li, i) => texts[i][plain ? 1 : 0].includes(q) &&
    (!on.length || on.some(k => k === 'none' ? !scores[i].errors : li.dataset.kinds.split(' ').includes(k))));
}
function show() {
  const fits = shown();
  items.forEach((li, i) => { li.hidden = !fits[i]; });
  const n = fits.filter(Boolean).length;
  count.textContent = `${n} of ${items.length} captions`;
}
function order() {
  const by = sort.value, up = turn.getAttribute('aria-pressed') === 'true' ? 1 : -1;
  const rows = items.map((li, i) => [li, by ? scores[i][by] ?? -Infinity : -i, i]);
  rows.sort((a, b) => up * (a[1] - b[1]) || a[2] - b[2]);
  list.append(...rows.map(r => r[0]));
}
function press(b) { b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') !== 'true'); }
kinds.forEach(b => b.addEventListener('click', () => { press(b); show(); }));
turn.addEventListener('click', () => { press(turn); order(); });
search.addEventListener('input', show);
sort.addEventListener('change', order);
document.getElementById('controls').addEventListener('submit', e => e.preventDefault());
document.getElementById('clear').addEventListener('click', () => {
  search.value = ''; kinds.forEach(b => b.setAttribute('aria-pressed', 'false')); show(); search.focus(); });
document.addEventListener('keydown', e => {
  const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(e.target.tagName);
  if (e.key === 'Escape' && e.target === search) { search.value = ''; show(); return; }
  if (typing || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === '/') { e.preventDefault(); search.focus(); return; }
  if (e.key !== 'j' && e.key !== 'k') return;
  const cards = $('.cards > li:not([hidden]) .card');
  if (!cards.length) return;
  const at = cards.indexOf(document.activeElement.closest('.card'));
  const to = cards[Math.min(Math.max(at + (e.key === 'j' ? 1 : -1), 0), cards.length - 1)];
  to.focus(); to.scrollIntoView({ block: 'nearest' });
});
// maps: 144 letters a word (chapter 711), drawn as darkness over the picture
const LEVELS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';
let lit = null;  // the word whose map is shown
function darken(word) {
  const side = Math.sqrt(word.dataset.map.length), canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const paint = canvas.getContext('2d'), image = paint.createImageData(side, side);
  [...word.dataset.map].forEach((c, i) => { image.data[4 * i + 3] = 217 * (1 - LEVELS.indexOf(c) / 63); });
  paint.putImageData(image, 0, 0);
  const [x0, y0, x1, y1] = word.closest('[data-box]').dataset.box.split(' ').map(v => `${100 * v}%`);
  Object.assign(canvas.style, { left: x0, top: y0, width: `calc(${x1} - ${x0})`, height: `calc(${y1} - ${y0})` });
  return canvas;
}
function light(word) {
  if (word === lit) return;
  if (lit) {
    const old = lit.closest('.card');
    old.querySelector('canvas').remove();
    old.querySelector('.shade').classList.remove('dull');
    old.querySelector('.note').textContent = '';
  }
  lit = word;
  if (!word) return;
  const card = word.closest('.card'), shade = card.querySelector('.shade');
  shade.append(darken(word));
  shade.classList.toggle('dull', word.classList.contains('dull'));
  card.querySelector('.note').textContent = word.dataset.note;
}
const wordOf = e => e.target.closest?.('.word');
const focused = () => document.activeElement.closest('.word');
list.addEventListener('pointerover', e => { if (e.pointerType === 'mouse') light(wordOf(e) || focused()); });
list.addEventListener('pointerleave', () => light(focused()));
list.addEventListener('focusin', e => light(wordOf(e)));
list.addEventListener('focusout', () => light(null));
list.addEventListener('click', e => wordOf(e)?.focus());  // Safari gives a tapped button no focus
list.addEventListener('keydown', e => {
  const card = e.target.closest('.card'), step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
  if (e.key === 'Escape' && focused()) { card.focus(); return; }
  const words = card && step ? $('.word', card) : [];
  if (!words.length) return;
  e.preventDefault();
  const at = words.indexOf(focused());
  words[at < 0 ? 0 : Math.min(Math.max(at + step, 0), words.length - 1)].focus();
});
if (innerWidth < 480) $('header details').forEach(d => { d.open = false; });
show();
