// The list of pages on a phone, and the search: no library, works from a server and from a folder
const $ = s => document.querySelector(s), root = document.body.dataset.root;
const menu = $('#v-menu'), find = $('#v-find'), hits = $('#v-hits');
menu.onclick = () => menu.setAttribute('aria-expanded', $('#v-pages').classList.toggle('open'));
$('#v-pages [aria-current]')?.scrollIntoView({block: 'center'});

const bare = s => s.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');  // trâu -> trau
const words = s => s.match(/[\p{L}\p{N}_]+/gu) || [];
const escaped = s => s.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
let rows = null, known = null;

const row = ([to, page, part, head, text, ...terms]) => {
  const title = `${page} ${head}`.toLowerCase().normalize('NFC'), body = text.toLowerCase().normalize('NFC');
  const first = !terms.length && (!to.includes('/') || to.startsWith('lessons/')), api = !first && to.endsWith('#' + head);
  return {to, page, part, head, text, title, body, bareTitle: bare(title), bareBody: bare(body), first, api, terms: terms.map(t => t.toLowerCase().normalize('NFC'))};
};
// The index is a script, not a file to fetch: a page opened from a folder may not fetch
const load = () => rows ? Promise.resolve() : new Promise((done, failed) => {
  const s = document.createElement('script');
  s.src = root + 'site/index.js'; s.onerror = failed;
  s.onload = () => {
    rows = window.viclipcapIndex.map(row);
    done();
  };
  document.head.append(s);
});

// How often the words q stand in s as whole words, at most 9 times
const count = (s, q) => {
  let n = 0, at = -1;
  while (n < 9 && (at = s.indexOf(q, at+1)) >= 0)
    if (!/[\p{L}\p{N}]/u.test(s[at-1] || '') && !/[\p{L}\p{N}]/u.test(s[at+q.length] || '')) n++;
  return n;
};
// A term of the glossary before all; as written before without marks, a phrase before its words, a title before a text, pages at the top and lessons before definitions
const worth = (r, q, b) => {
  if (r.terms.includes(q)) return 5000;
  if (r.terms.some(t => bare(t) === b)) return 900;
  const one = (title, body, q) => (r.api ? 10 : 30)*Math.min(1, count(title, q)) + count(body, q);
  const exact = one(r.title, r.body, q), plain = one(r.bareTitle, r.bareBody, b), place = 15*r.first;
  if (exact) return 1000 + place + exact;
  if (plain) return 500 + place + plain;
  const each = words(b), all = `${r.bareTitle} ${r.bareBody}`;
  return each.length > 1 && each.every(w => count(all, w)) ? 100 + place + count(r.bareTitle, each[0]) : 0;
};
// One letter more, less or other
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0, j = 0;
  while (i < a.length && a[i] === b[i]) i++;
  while (j < a.length - i && j < b.length - i && a[a.length-1-j] === b[b.length-1-j]) j++;
  return Math.max(a.length, b.length) - i - j <= 1;
};
const guessed = b => {  // known words that begin with the query's words or are one letter away
  known ??= new Set(rows.flatMap(r => words(`${r.bareTitle} ${r.bareBody}`)));
  const like = words(b).map(w => [...known].filter(k => k === w || w.length > 2 && (k.startsWith(w) || w.length > 3 && near(k, w))));
  const best = (r, ks) => Math.max(0, ...ks.map(k => 30*count(r.bareTitle, k) + count(r.bareBody, k)));
  return r => Math.min(...like.map(ks => best(r, ks)));
};
const most = b => r => {  // rows that hold at least half of several words
  const each = words(b), all = `${r.bareTitle} ${r.bareBody}`, n = each.filter(w => count(all, w)).length;
  return n && 2*n >= each.length ? n + r.first/2 : 0;
};
const search = query => {
  const q = query.trim().toLowerCase().normalize('NFC'), b = bare(q);
  const rank = f => rows.map(r => [f(r), r]).filter(h => h[0]).sort((x, y) => y[0] - x[0]).map(h => h[1]);
  const sure = rank(r => worth(r, q, b));
  if (sure.length) return sure;
  const like = rank(guessed(b));
  return like.length ? like : rank(most(b));
};
const shown = (r, query) => {  // some words around the first place
  const text = r.text.normalize('NFC'), folded = [...text].map(c => bare(c) || ' ').join('');
  const b = bare(query.trim()), at = folded.length === text.length ? folded.indexOf(b) : -1;
  const from = Math.max(0, at - 50), cut = s => escaped(s.slice(0, 90));
  if (at < 0) return cut(text);
  return `${from ? '…' : ''}${escaped(text.slice(from, at))}<mark>${escaped(text.slice(at, at+b.length))}</mark>${cut(text.slice(at+b.length))}`;
};
const show = async () => {
  const query = find.value;
  hits.hidden = query.trim().length < 2;
  if (hits.hidden) return;
  await load();
  if (query !== find.value) return;
  const found = search(query), pages = new Map();
  for (const r of found) if (!pages.has(r.page)) pages.set(r.page, r);  // the best heading of each page
  hits.innerHTML = `<p>${pages.size} trang / pages</p>` + [...pages.values()].slice(0, 30).map(r =>
    `<a href="${root}${r.to}"><b>${escaped(r.page)}</b>${r.head ? ' › ' + escaped(r.head) : ''}<small>${escaped(r.part)}</small><small>${shown(r, query)}</small></a>`).join('');
};
find.addEventListener('focus', load, {once: true});
find.addEventListener('input', show);
find.form.addEventListener('submit', e => { e.preventDefault(); hits.querySelector('a')?.click(); });
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') hits.hidden = true;
  if (e.key === '/' && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) { e.preventDefault(); find.focus(); }
});
document.addEventListener('click', e => { if (!hits.contains(e.target) && e.target !== find) hits.hidden = true; });
