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
