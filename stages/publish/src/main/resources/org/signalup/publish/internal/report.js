// Comfort only; the page works without it: the document's language follows the switch, a link may choose it (#en).
(() => {
  const choices = document.querySelectorAll('.language');
  const follow = () => {
    const english = document.getElementById('language-en').checked;
    document.documentElement.lang = english ? 'en' : 'zh-CN';
  };
  if (location.hash === '#en') document.getElementById('language-en').checked = true;
  choices.forEach((choice) => choice.addEventListener('change', follow));
  follow();
})();
