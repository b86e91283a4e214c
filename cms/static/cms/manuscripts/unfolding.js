/* Showing a part whole: its words are fetched when they are first asked for. */

import { refuse } from './asking.js';

/** Show what `button` controls, or fold it again. */
export async function unfold(desk, button) {
  const whole = document.getElementById(button.getAttribute('aria-controls'));
  const willOpen = button.getAttribute('aria-expanded') !== 'true';
  if (willOpen && !whole.childElementCount && !(await fill(desk, whole, button.dataset.unfolds))) {
    return;
  }
  whole.hidden = !willOpen;
  button.setAttribute('aria-expanded', String(willOpen));
  // Without the sign that it is open, the next answer leaves it folded.
  for (const sign of whole.querySelectorAll('[name="open"]')) {
    sign.disabled = !willOpen;
  }
}

async function fill(desk, whole, part) {
  const { form } = desk;
  const address = form.dataset.partsUrl.replace('-part-', encodeURIComponent(part));
  const language = encodeURIComponent(form.elements.shown.value);
  const answer = await fetch(`${address}?language=${language}`).catch(() => null);
  if (!answer?.ok || answer.url.includes('/login/')) {
    refuse(desk, answer ? 'signed-out' : 'network');
    return false;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  whole.replaceChildren(...page.body.childNodes);
  return true;
}
