// Light or dark: the choice of the system unless the person chose on this page. Runs before the first paint.
(() => {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
})();
