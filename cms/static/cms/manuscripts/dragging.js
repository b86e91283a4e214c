/* Moving a part by its number. The buttons “Up” and “Down” do the same for hands and keyboards. */

/** Let parts of `form` be dragged within their list; `move(part, before, grip)` is told of it. */
export function letDrag(form, move) {
  let dragged = null;

  form.addEventListener('dragstart', (event) => {
    const grip = event.target.closest?.('[data-grip]');
    if (!grip) {
      return;
    }
    dragged = grip.closest('[data-part]');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.part);
    event.dataTransfer.setDragImage(dragged, 0, 0);
    dragged.classList.add('is-dragged');
  });
  form.addEventListener('dragover', (event) => {
    const place = placeUnder(event, dragged);
    if (place) {
      event.preventDefault();
      mark(form, place);
    }
  });
  form.addEventListener('drop', (event) => {
    const place = placeUnder(event, dragged);
    if (place) {
      event.preventDefault();
      move(dragged.dataset.part, beforeWhich(place)?.dataset.part ?? '', place.part);
    }
  });
  form.addEventListener('dragend', () => {
    dragged?.classList.remove('is-dragged');
    dragged = null;
    mark(form, null);
  });
}

/** Return the part under the pointer and whether its upper half is; null outside the list. */
function placeUnder(event, dragged) {
  const part = dragged && event.target.closest?.('[data-part]');
  if (!part || part === dragged || part.parentElement !== dragged.parentElement) {
    return null;
  }
  const box = part.getBoundingClientRect();
  return { part, isUpper: event.clientY < box.top + box.height / 2 };
}

function beforeWhich({ part, isUpper }) {
  return isUpper ? part : part.nextElementSibling;
}

function mark(form, place) {
  for (const part of form.querySelectorAll('.is-before, .is-after')) {
    part.classList.remove('is-before', 'is-after');
  }
  place?.part.classList.add(place.isUpper ? 'is-before' : 'is-after');
}
