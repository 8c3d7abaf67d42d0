// Files may be dropped; how far they are is shown. Without this the form works as any other.
const form = document.getElementById('upload');
const drop = form.querySelector('.drop');
const input = drop.querySelector('input');
const chosen = drop.querySelector('.chosen');
const sending = form.querySelector('.sending');
const bar = sending.querySelector('progress');
const words = sending.querySelector('span');
const SHOWN = 6;

const size = bytes => bytes < 1e6 ? (bytes / 1e3).toFixed(1) + ' kB' : (bytes / 1e6).toFixed(1) + ' MB';

function show() {
  const files = [...input.files];
  const rest = files.length > SHOWN ? ['…'] : [];
  chosen.textContent = files.length ? [`${form.dataset.chosen} ${files.length}`, ...files.slice(0, SHOWN).map(file => `${file.name} (${size(file.size)})`), ...rest].join('\n') : '';
}

input.addEventListener('change', show);
for (const name of ['dragenter', 'dragover']) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  event.preventDefault();
  if (event.dataTransfer.files.length) {
    input.files = event.dataTransfer.files;
    show();
  }
});

/** What the server says is wrong, where the page would have it. */
function refuse(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const said = page.querySelector('#problems .note');
  const words = page.querySelector('.empty h1')?.textContent || form.dataset.failed;
  const note = said ? document.adoptNode(said) : Object.assign(document.createElement('p'), { className: 'note bad', role: 'alert', textContent: words });
  const place = document.getElementById('problems');
  place.replaceChildren(note);
  place.scrollIntoView({ block: 'center' });
}

function ended() {
  sending.hidden = true;
  form.querySelector('button.main').disabled = false;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.upload.addEventListener('progress', now => {
    const percent = now.lengthComputable ? Math.floor(now.loaded * 100 / now.total) : 0;
    bar.value = percent;
    words.textContent = percent < 100 ? `${form.dataset.sending} ${percent}%` : form.dataset.reading;
  });
  request.addEventListener('load', () => {
    if (request.status < 400) {
      location.assign(request.responseURL);
    } else {
      ended();
      refuse(request.responseText);
    }
  });
  request.addEventListener('error', () => { ended(); refuse(''); });
  request.open('POST', form.action);
  request.send(new FormData(form));
  sending.hidden = false;
  form.querySelector('button.main').disabled = true;
});
