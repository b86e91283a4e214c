/* Putting the server's answer in the place of what is shown, without the page moving. */

/**
 * Show `html` in place of the form's content.
 * `order` is what was asked for, `origin` the element that asked, `sent` the form as it went out.
 */
export function swap(desk, html, { order, origin, sent }) {
  const { form } = desk;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = page.querySelector('[data-manuscript-review] [data-swap]');
  if (!found) {
    // The import is gone, or was accepted in another window: the server says so on its own page.
    desk.isLeaving = true;
    location.assign(form.action);
    return;
  }
  // Into this document first: a picture that changes documents is loaded again.
  const fresh = document.adoptNode(found);
  const stale = form.querySelector('[data-swap]');
  const before = partOf(stale, fresh.dataset.at) ?? origin?.closest('[data-part]');
  const height = before?.getBoundingClientRect().top;
  keepPictures(stale, fresh);
  keepLaterTyping(form, fresh, sent);
  const counterpart = counterpartOf(origin);
  stale.replaceWith(fresh);
  speak(desk, spokenOf(fresh));
  settle(fresh, order, counterpart, height);
}

function partOf(place, id) {
  return id ? place.querySelector(`[data-part="${CSS.escape(id)}"]`) : null;
}

/** A picture that is there already is moved, so that it does not flicker. */
function keepPictures(stale, fresh) {
  const nameOf = (picture) => `${picture.closest('ul, figure').className} ${picture.src}`;
  const shown = new Map([...stale.querySelectorAll('img')].map((each) => [nameOf(each), each]));
  for (const picture of fresh.querySelectorAll('img')) {
    const known = shown.get(nameOf(picture));
    if (known) {
      shown.delete(nameOf(picture));
      picture.replaceWith(known);
    }
  }
}

/** What was typed while the server was asked stays typed. */
function keepLaterTyping(form, fresh, sent) {
  for (const [name, value] of new FormData(form)) {
    const isText = name.startsWith('title-') || name === 'exhibit_title';
    const field = isText && fresh.querySelector(`[name="${CSS.escape(name)}"]`);
    if (field && sent.get(name) !== value) {
      field.value = value;
    }
  }
}

/** Say words to a screen reader; without any, what was said last stays. */
export function speak(desk, words) {
  if (words.trim()) {
    desk.spoken.textContent = words;
  }
}

function spokenOf(fresh) {
  const problems = [...fresh.querySelectorAll('[data-problem]')].map((each) => each.textContent);
  return [fresh.dataset.said, ...problems].map((words) => words.trim()).join(' ');
}

/** Return how to find the element that will stand where `origin` stood. */
function counterpartOf(origin) {
  if (origin?.id) {
    return `#${CSS.escape(origin.id)}`;
  }
  return origin?.name === 'order' ? `[name="order"][value="${CSS.escape(origin.value)}"]` : null;
}

/** Keep the part in hand where it was on the screen, and the focus on what one was doing. */
function settle(fresh, order, counterpart, height) {
  const part = partOf(fresh, fresh.dataset.at);
  const title = part?.querySelector('input[type="text"]');
  const isNew = order.startsWith('split|') && fresh.dataset.said;
  const same = counterpart && fresh.querySelector(counterpart);
  const target = isNew ? title : (same ?? title ?? fresh.querySelector('[data-problem]'));
  if (part && height !== undefined) {
    scrollBy({ top: part.getBoundingClientRect().top - height, behavior: 'instant' });
  }
  target?.focus({ preventScroll: true });
  if (isNew) {
    title.select();
  }
  (target ?? part)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}
