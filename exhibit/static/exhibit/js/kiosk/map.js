/**
 * Let a hand choose a place: on the list, or anywhere on the map, where the nearest place is meant.
 * Nobody can hit a dot of two millimetres.
 */
export function chooseOnMap(room) {
  const sheet = room.querySelector('[data-map-sheet]');
  const markers = [...room.querySelectorAll('[data-map-sheet] [data-place]')];
  const cards = [...room.querySelectorAll('[data-place-card]')];

  function choose(key) {
    for (const marker of markers) {
      marker.classList.toggle('is-chosen', marker.dataset.place === key);
    }
    for (const card of cards) {
      card.classList.toggle('is-chosen', card.dataset.placeCard === key);
    }
    const chosen = cards.find((card) => card.dataset.placeCard === key);
    const names = room.querySelector('[data-place-name]');
    room.querySelector('.map-room__words').scrollTop = 0;
    (chosen ?? names)?.focus({ preventScroll: true });
  }

  room.addEventListener('click', (event) => {
    const name = event.target.closest('[data-place-name]');
    const all = event.target.closest('[data-all-places]');
    if (name || all) {
      event.preventDefault();
      choose(name ? name.dataset.placeName : null);
    }
  });
  sheet?.addEventListener('click', (event) => {
    const nearest = nearestTo(markers, event.clientX, event.clientY);
    if (nearest) {
      choose(nearest.dataset.place);
    }
  });
  const arrived = decodeURIComponent(location.hash.replace(/^#place-/, ''));
  if (arrived && location.hash.startsWith('#place-')) {
    choose(arrived);
  }
}

function nearestTo(markers, x, y) {
  const distance = (marker) => {
    const box = marker.querySelector('.map-marker__dot').getBoundingClientRect();
    return Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
  };
  return markers.reduce(
    (best, marker) => (!best || distance(marker) < distance(best) ? marker : best),
    null,
  );
}
