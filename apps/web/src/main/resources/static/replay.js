// Plays the rows of the table on one clock. Everything shown comes from the table; without this the table is the page.
const stage = document.querySelector('#replay');
if (stage) {
  const words = stage.dataset;
  const steps = Number(words.steps);
  const heads = [...stage.querySelectorAll('.samples thead th')].map(cell => cell.textContent);
  const rows = [...stage.querySelectorAll('.samples tbody tr')].map(row => (
    { row, step: Number(row.dataset.step), second: Number(row.dataset.s), operator: row.dataset.operator }));
  const lanes = [...stage.querySelectorAll('.lane[data-operator]')].map(lane => ({
    cursor: lane.querySelector('.cursor'), track: lane.querySelector('.track'), card: lane.querySelector('.now'),
    rows: rows.filter(one => one.operator === lane.dataset.operator) }));
  const player = stage.querySelector('.player');
  const slider = player.querySelector('input');
  const clock = player.querySelector('.clock');
  const play = player.querySelector('.play');
  const speed = player.querySelector('.speed');
  const TIME = 0, RESULT = 7;
  let timer = null;
  let here = [];

  const add = (list, name, text, lead) => {
    const pair = document.createElement('div'), dt = document.createElement('dt'), dd = document.createElement('dd');
    dt.append(name); dd.append(text);
    pair.append(dt, dd);
    if (lead) pair.className = 'lead-row';
    list.append(pair);
    return dd;
  };
  const lastUpTo = (list, step) => {
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle].step <= step) low = middle + 1; else high = middle; }
    return list[low - 1];
  };
  const fill = (card, sample, second) => {
    card.replaceChildren();
    if (!sample) { add(card, heads[RESULT], words.before, true); return; }
    const age = second - sample.second;
    add(card, sample.row.cells[RESULT].firstElementChild.cloneNode(true), age === 0 ? words.now : `${age}${words.ago}`, true);
    [2, 3, 4, 5, 6, 8, 9, 10, 11, 12].forEach(column => {
      const cell = sample.row.cells[column], dd = add(card, heads[column], cell.textContent);
      if (cell.translate === false) dd.translate = false;
    });
  };
  const show = step => {
    slider.value = step;
    const now = rows.filter(one => one.step === step);
    const second = now[0].second;
    clock.value = now[0].row.cells[TIME].textContent;
    slider.setAttribute('aria-valuetext', clock.value);
    here.forEach(one => one.row.classList.remove('here'));
    here = now;
    here.forEach(one => one.row.classList.add('here'));
    for (const lane of lanes) {
      lane.cursor.style.left = `${(step + 0.5) * 100 / steps}%`;
      fill(lane.card, lastUpTo(lane.rows, step), second);
    }
    const box = here[0].row.closest('.tall');
    box.scrollTop = here[0].row.offsetTop - box.clientHeight / 3;
  };
  const stop = () => { clearInterval(timer); timer = null; play.textContent = words.play; };
  const start = () => {
    if (Number(slider.value) >= steps - 1) show(0);
    play.textContent = words.pause;
    timer = setInterval(() => { const next = Number(slider.value) + 1; if (next >= steps) stop(); else show(next); }, 1000 / Number(speed.value));
  };
  play.addEventListener('click', () => (timer ? stop() : start()));
  speed.addEventListener('change', () => { if (timer) { stop(); start(); } });
  slider.addEventListener('input', () => show(Number(slider.value)));
  player.querySelector('.back').addEventListener('click', () => { stop(); show(Math.max(0, Number(slider.value) - 1)); });
  player.querySelector('.on').addEventListener('click', () => { stop(); show(Math.min(steps - 1, Number(slider.value) + 1)); });
  for (const lane of lanes) {
    lane.cursor.hidden = false;
    lane.card.hidden = false;
    lane.track.addEventListener('click', event => {
      const box = lane.track.getBoundingClientRect();
      show(Math.max(0, Math.min(steps - 1, Math.floor((event.clientX - box.left) * steps / box.width))));
    });
  }
  player.hidden = false;
  show(0);
}
