// Signs of verdicts: form and colour, so that either is enough. Numbers are those of MapCode: 1 not measured, 2–3 open, 4–5 suspected, 6–8 failing, 9–11 passing (C, B, A).
const SIZE = 40;

export function colours() {
  const style = getComputedStyle(document.documentElement);
  const names = ['ink', 'soft', 'line', 'paper', 'shade', 'accent', 'pa', 'pb', 'pc', 'retest', 'fail', 'open', 'unseen', 'c1', 'c2', 'c3', 'c4'];
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue('--' + name).trim()]));
}

function canvas() {
  const made = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  const pen = made.getContext('2d', { willReadFrequently: true });
  pen.lineJoin = pen.lineCap = 'round';
  return [made, pen];
}

function fill(pen, colour, edge) {
  pen.fillStyle = colour;
  pen.fill();
  pen.strokeStyle = edge;
  pen.lineWidth = 2.5;
  pen.stroke();
}

function stroke(pen, colour, width, path) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(new Path2D(path));
}

function circle(pen, radius) {
  pen.beginPath();
  pen.arc(20, 20, radius, 0, 7);
}

export function icon(code) {
  const colour = colours();
  const [made, pen] = canvas();
  if (code === 'none') {
    stroke(pen, colour.ink, 3, 'M14 14l12 12M26 14 14 26');
  } else if (code >= 9) {
    circle(pen, 15);
    fill(pen, [colour.pc, colour.pb, colour.pa][code - 9], colour.paper);
    stroke(pen, code === 9 ? colour.ink : colour.paper, 4, 'M13 20l5 5 9-10');
  } else if (code >= 6) {
    pen.beginPath();
    pen.rect(6, 6, 28, 28);
    fill(pen, colour.fail, colour.paper);
    stroke(pen, colour.paper, 4.5, 'M13.500 13.500l13 13M26.500 13.500l-13 13');
  } else if (code >= 4) {
    pen.beginPath();
    pen.moveTo(20, 4); pen.lineTo(37, 35); pen.lineTo(3, 35); pen.closePath();
    fill(pen, colour.retest, colour.paper);
    stroke(pen, '#16181d', 4, 'M20 16v8M20 30v.1');
  } else if (code >= 2) {
    circle(pen, 12);
    fill(pen, colour.paper, colour.soft);
    circle(pen, 12);
    pen.lineWidth = 5;
    pen.strokeStyle = colour.soft;
    pen.stroke();
  } else {
    circle(pen, 9);
    pen.fillStyle = colour.paper;
    pen.fill();
    pen.strokeStyle = colour.soft;
    pen.lineWidth = 2.5;
    pen.setLineDash([3, 4]);
    pen.stroke();
  }
  return made;
}

/** A ring of verdicts in parts: pass-retest-fail-open. */
export function cluster(parts) {
  const colour = colours();
  const [made, pen] = canvas();
  const numbers = parts.split('-').map(Number);
  const whole = numbers.reduce((a, b) => a + b, 0) || 1;
  circle(pen, 19);
  pen.fillStyle = colour.paper;
  pen.fill();
  pen.lineCap = 'butt';
  pen.lineWidth = 6;
  let from = -Math.PI / 2;
  numbers.forEach((number, i) => {
    const to = from + number / whole * 2 * Math.PI;
    pen.beginPath();
    pen.arc(20, 20, 15.5, from, to);
    pen.strokeStyle = [colour.pa, colour.retest, colour.fail, colour.open][i];
    pen.stroke();
    from = to;
  });
  return made;
}
