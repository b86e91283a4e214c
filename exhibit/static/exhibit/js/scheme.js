// Shows the scheme a visitor chose before anything is painted; that is why this is no module.
(function () {
  'use strict';
  try {
    const chosen = localStorage.getItem('enfilade-scheme');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.scheme = chosen;
    }
  } catch {
    // Storage is forbidden in this browser: the device's own wish holds.
  }
})();
