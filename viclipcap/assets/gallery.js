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
if (innerWidth < 480) $('header details').forEach(d => { d.open = false; });
show();
