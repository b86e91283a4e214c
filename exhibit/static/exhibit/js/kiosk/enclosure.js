// What would open, leave, save, print, zoom or select. The server has taken the ways out of the
// page already; this stops what a browser offers of its own.

const PREVENTED = [
  'auxclick', 'beforeprint', 'contextmenu', 'dragstart', 'drop', 'gesturestart', 'selectstart',
  'submit',
];
// Keys that move within the page; with Ctrl, Alt or the system key every other one is refused.
const FUNCTION_KEY = /^(F\d+|Browser\w+|Launch\w+|ContextMenu|Print\w*)$/;

/** Keep the visitor inside. `go` opens an address of this exhibit. Returns a stop function. */
export function enclose({ inside, go, target = window }) {
  const watching = new AbortController();
  const options = { capture: true, passive: false, signal: watching.signal };
  const prevent = (event) => event.preventDefault();

  for (const name of PREVENTED) {
    target.addEventListener(name, prevent, options);
  }
  target.addEventListener('wheel', (event) => event.ctrlKey && prevent(event), options);
  target.addEventListener('touchmove', (event) => event.touches.length > 1 && prevent(event), options);
  target.addEventListener('keydown', (event) => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (isCommand || FUNCTION_KEY.test(event.key)) {
      event.preventDefault();
    }
  }, options);
  // Not in the capture phase: a part of the page may take a link for itself, and has said so.
  target.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented) {
      return;
    }
    const address = new URL(link.getAttribute('href'), location.href);
    const isHere = address.pathname === location.pathname && address.hash;
    if (isHere && address.origin === location.origin) {
      return;
    }
    event.preventDefault();
    if (address.origin === location.origin && address.pathname.startsWith(inside)) {
      go(address.href);
    }
  }, { signal: watching.signal });

  window.open = () => null;
  window.print = () => {};
  return () => watching.abort();
}
