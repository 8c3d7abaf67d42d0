// Drag over the strip chart to zoom; without this the form above it does the same.
const figure = document.querySelector('.strips');
const form = document.querySelector('form.zoom');
if (figure && form) {
  const from = Number(figure.dataset.from), to = Number(figure.dataset.to);
  let start = null;
  const shade = document.createElement('div');
  shade.className = 'selecting';
  const inTrack = event => {
    const box = figure.querySelector('.lane:not(.bands):not(.points) .track').getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
  };
  const sign = metres => `K${Math.floor(metres / 1000)}+${String(Math.floor(metres % 1000)).padStart(3, '0')}`;
  for (const track of figure.querySelectorAll('.lane:not(.bands):not(.points):not(.axis) .track')) {
    track.style.cursor = 'crosshair';
    track.addEventListener('pointerdown', event => {
      if (event.button !== 0 || event.pointerType === 'touch') return;
      start = inTrack(event);
      track.append(shade);
      track.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    track.addEventListener('pointermove', event => {
      if (start === null) return;
      const now = inTrack(event);
      shade.style.left = `${Math.min(start, now) * 100}%`;
      shade.style.width = `${Math.abs(now - start) * 100}%`;
    });
    track.addEventListener('pointerup', event => {
      if (start === null) return;
      const a = Math.min(start, inTrack(event)), b = Math.max(start, inTrack(event));
      start = null;
      shade.remove();
      shade.style.width = '0';
      if (b - a < 0.005) return;
      form.elements.from.value = sign(from + a * (to - from));
      form.elements.to.value = sign(from + b * (to - from));
      form.requestSubmit();
    });
  }
}
