// Shows a page as the visitor set it on the page before, before anything is painted; that is why
// this is no module. The wishes last for one visit: the attract screen forgets them.
(function () {
  'use strict';
  try {
    const wishes = JSON.parse(sessionStorage.getItem('kiosk-wishes') || '{}');
    for (const name of ['size', 'contrast', 'motion']) {
      if (wishes[name]) {
        document.documentElement.dataset[name] = String(wishes[name]);
      }
    }
  } catch {
    // Storage is forbidden or holds something else: the screen's own look.
  }
})();
