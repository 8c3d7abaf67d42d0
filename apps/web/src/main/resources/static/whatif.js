// The answer follows the sliders; without this script the form does the same with a button.
const form = document.getElementById('trial');
const answer = document.getElementById('answer');
form.querySelector('.go').hidden = true;

function address(path) {
  const values = [...new FormData(form)].filter(([, value]) => value !== '' && value !== '0');
  const query = new URLSearchParams(values).toString();
  return query ? `${path}?${query}` : path;
}

function label(input) {
  const slider = input.closest('.slider');
  if (!slider) return;
  const output = slider.querySelector('output');
  const value = Number(input.value);
  const shown = Math.round((Number(output.dataset.base) + value) * 1000) / 1000;
  output.textContent = `${String(shown).replace('-', '−')} ${output.dataset.unit}`;
  const shift = slider.querySelector('[data-shift]');
  shift.textContent = value === 0 ? shift.dataset.standard : `${value > 0 ? '+' : '−'}${Math.abs(value)}`;
}

let waiting;
let asked = 0;
let leaving = false;
async function ask() {
  const turn = ++asked;
  leaving = false;
  answer.setAttribute('aria-busy', 'true');
  history.replaceState(null, '', address(form.action));
  try {
    const response = await fetch(address(form.dataset.answer));
    if (!response.ok) throw new Error(response.statusText);
    const html = await response.text();
    if (turn === asked) answer.innerHTML = html;
  } catch {
    if (turn === asked && !leaving) form.submit();
  } finally {
    if (turn === asked) answer.removeAttribute('aria-busy');
  }
}

form.addEventListener('input', event => {
  if (event.target.type === 'range') label(event.target);
  clearTimeout(waiting);
  waiting = setTimeout(ask, 120);
});
form.addEventListener('submit', event => { event.preventDefault(); ask(); });
// A question cut off because the reader goes elsewhere has not failed.
addEventListener('beforeunload', () => { leaving = true; clearTimeout(waiting); });
