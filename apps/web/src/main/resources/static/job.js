// Shows how far a job is as it goes; when it has ended the page is fetched anew.
const job = document.getElementById('job');
if (job && job.dataset.events) {
  const events = new EventSource(job.dataset.events);
  events.addEventListener('job', message => {
    const now = JSON.parse(message.data);
    const state = job.querySelector('[data-state]');
    state.textContent = now.state_text;
    state.className = 'state ' + now.state.toLowerCase();
    job.querySelector('[data-phase]').textContent = now.phase;
    const bar = job.querySelector('progress');
    if (now.percent >= 0) {
      bar.value = now.percent;
    } else {
      bar.removeAttribute('value');
    }
    if (now.ended) {
      events.close();
      location.reload();
    }
  });
}
