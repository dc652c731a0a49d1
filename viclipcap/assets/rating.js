'use strict';
const $ = (q, at = document) => [...at.querySelectorAll(q)], $id = i => document.getElementById(i);
const main = document.querySelector('main'), sheet = main.dataset.sheet, name = 'viclipcap-rate-' + sheet;
const tasks = $('.task'), items = $('.item'), scales = main.dataset.scales.split(' ');
const fresh = () => ({ rater: '', show: 'vi', at: 0, answers: {} });
let state = fresh(), kept = true;
try { state = Object.assign(state, JSON.parse(localStorage.getItem(name) || '{}')); } catch { kept = false; }

function save() {
  try { localStorage.setItem(name, JSON.stringify(state)); kept = true; } catch { kept = false; }
  $id('lost').hidden = kept;
}
const answer = code => state.answers[code] ??= {};
const full = item => scales.every(s => answer(item.dataset.code)[s]);
function fill() {  // the form as the state has it
  document.body.dataset.show = state.show;
  document.documentElement.lang = state.show;
  $id('rater').value = state.rater;
  for (const item of items) {
    const a = answer(item.dataset.code);
    $('input[type=radio]', item).forEach(r => { r.checked = a[r.dataset.scale] === r.value; });
    $('input[type=text]', item)[0].value = a.note || '';
  }
}
function count() {
  const n = items.filter(full).length;
  $id('bar').value = n;
  $id('count').textContent = `${n} / ${items.length}`;
  $id('todo').disabled = n === items.length;
  $id('done').hidden = n < items.length;
}
function go(k, focus = true) {
  state.at = Math.min(Math.max(k, 0), tasks.length - 1);
  tasks.forEach((t, i) => { t.hidden = i !== state.at; });
  $id('back').disabled = state.at === 0;
  $id('next').disabled = state.at === tasks.length - 1;
  save();
  if (focus) { $('h2', tasks[state.at])[0].focus(); scrollTo(0, 0); }
}
const groups = () => $('fieldset', tasks[state.at]);
const empty = f => !$('input:checked', f).length;
function rate(v) {  // the scale in focus, or the first one without an answer
  const all = groups(), here = document.activeElement.closest('fieldset') || all.find(empty);
  if (!here) return;
  const r = $(`input[value="${v}"]`, here)[0];
  r.checked = true; keep(r);
  const after = all.slice(all.indexOf(here) + 1).find(empty) || all.find(empty);
  if (after) $('input', after)[0].focus(); else (($id('next').disabled) ? r : $id('next')).focus();
}
function keep(e) {
  const a = answer(e.closest('.item').dataset.code);
  if (e.type === 'radio') a[e.dataset.scale] = e.value; else a.note = e.value;
  save(); count();
}
// a text that a spreadsheet would take for a formula gets a quote in front
const cell = s => { s = String(s ?? '').replace(/[\r\n]+/g, ' '); s = /^[=+\-@\t]/.test(s) ? "'" + s : s; return '"' + s.replace(/"/g, '""') + '"'; };
function csv() {
  const rows = [['sheet', 'rater', 'code', ...scales, 'note']];
  for (const item of items) {
    const code = item.dataset.code, a = answer(code);
    if (scales.some(s => a[s]) || a.note) rows.push([sheet, state.rater.trim(), code, ...scales.map(s => a[s]), a.note]);
  }
  return '\ufeff' + rows.map(r => r.map(cell).join(',')).join('\r\n') + '\r\n';
}
function download() {
  if (!state.rater.trim()) { $id('who').hidden = false; $id('rater').focus(); return; }
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob([csv()], { type: 'text/csv;charset=utf-8' }));
  a.download = 'ratings-' + (state.rater.trim().normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-') || 'rater') + '.csv';
  document.body.append(a); a.click(); a.remove();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
}
main.addEventListener('change', e => { if (e.target.closest('.item')) keep(e.target); });
main.addEventListener('input', e => { if (e.target.type === 'text' && e.target.closest('.item')) keep(e.target); });
$id('rater').addEventListener('input', e => { state.rater = e.target.value; $id('who').hidden = true; save(); });
$id('show').addEventListener('click', () => { state.show = state.show === 'vi' ? 'en' : 'vi'; save(); fill(); });
$id('back').addEventListener('click', () => go(state.at - 1));
$id('next').addEventListener('click', () => go(state.at + 1));
$id('todo').addEventListener('click', () => go(tasks.findIndex(t => !$('.item', t).every(full))));
$id('save').addEventListener('click', download);
$id('clear').addEventListener('click', () => {
  if (!confirm('Xoá mọi điểm đã chấm? / Delete all ratings?')) return;
  state = Object.assign(fresh(), { show: state.show }); save(); fill(); count(); go(0);
});
document.addEventListener('keydown', e => {
  if (e.target.type === 'text' || e.ctrlKey || e.metaKey || e.altKey) return;
  if (/^[1-5]$/.test(e.key)) { e.preventDefault(); rate(e.key); }
  if (e.key === 'j') go(state.at + 1);
  if (e.key === 'k') go(state.at - 1);
});
fill(); count(); go(state.at, false);
