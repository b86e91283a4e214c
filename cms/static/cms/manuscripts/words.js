/* Sentences that a page holds for its scripts, in the curator's language. */

/** Return a function that gives a sentence of `root` by its name, with {places} filled. */
export function wordsOf(root) {
  return (name, places = {}) => {
    const kept = root.querySelector(`template[data-word="${name}"]`).content.textContent.trim();
    return kept.replace(/\{(\w+)\}/g, (whole, place) => places[place] ?? whole);
  };
}

/** Show an error at a field as the server would, or take it away when `sentence` is empty. */
export function showError(form, field, sentence) {
  const place = form.querySelector(`[data-errors="${field}"]`);
  const control = form.elements[field];
  place.replaceChildren();
  control.removeAttribute('aria-invalid');
  if (sentence) {
    place.append(form.querySelector('template[data-error]').content.cloneNode(true));
    place.querySelector('.error-message').textContent = sentence;
    control.setAttribute('aria-invalid', 'true');
  }
}
