// Moves on when the address asks for it (?rotate=20); never for people who want no motion.
const { next, seconds } = document.body.dataset;
if (next && !matchMedia('(prefers-reduced-motion: reduce)').matches) setTimeout(() => location.replace(next), Number(seconds) * 1000);
