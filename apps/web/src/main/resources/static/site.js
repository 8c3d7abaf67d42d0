// Small manners of every page; all of them work without it.
// A filter is applied as soon as a choice is made.
for (const form of document.querySelectorAll('form.filters')) {
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLSelectElement) form.requestSubmit();
  });
  // Empty choices stay out of the address.
  form.addEventListener('formdata', event => {
    for (const [name, value] of [...event.formData.entries()]) if (value === '') event.formData.delete(name);
  });
}
// An open menu closes by Escape and by a click elsewhere.
addEventListener('keydown', event => {
  if (event.key === 'Escape') document.querySelectorAll('details.switch[open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
});
addEventListener('click', event => {
  document.querySelectorAll('details.switch[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});
// What the mouse does most often, by keys; the list of them opens with a question mark. Keys typed into a field are text.
const keys = document.getElementById('keys');
const opener = document.getElementById('keys-open');
if (keys && opener) {
  opener.hidden = false;
  opener.addEventListener('click', () => keys.showModal());
}
function row(step) {
  const links = [...document.querySelectorAll('main tbody tr')].map(tr => tr.querySelector('a[href]')).filter(Boolean);
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]?.focus();
}
function follow(rel) {
  const link = document.querySelector(`main a[rel="${rel}"]`);
  if (link) link.click(); else if (rel === 'prev' && document.querySelector('main .pages')) history.back();
}
function search() {
  const field = document.querySelector('main form.find input[type=search], main input[type=search]');
  if (field) { field.focus(); field.select(); } else if (document.querySelector('header a[href="/ledger"]')) location = '/search';
}
const doing = {'/': search, '?': () => keys?.showModal(), j: () => row(1), k: () => row(-1), n: () => follow('next'), p: () => follow('prev')};
addEventListener('keydown', event => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], dialog[open]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(doing, event.key)) return;
  event.preventDefault();
  doing[event.key]();
});
