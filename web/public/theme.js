// Runs before the first paint, so that a chosen light or dark look never flashes the other one.
try {
  var theme = localStorage.getItem('sam.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be shut off: then the look of the system is used.
}
