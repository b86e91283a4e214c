/* Moves the exhibit's map: nearer, further, sideways. Without this file the whole map is shown. */

import { NEAREST, centred, holds, middleOf, moved, widest, zoomed } from './map-window.js';

const STEP = 1.5;
const ARROW_STEP = 0.15;
const LEAST_DRAG_PX = 4;
// Names grow a little as the land comes nearer: 1 would leave them as large as they were.
const LETTERING_KEEPS = 0.85;
const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  nearer: 'M10 4v12M4 10h12',
  further: 'M4 10h12',
  whole: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
};

/** Make the map in `room` movable by buttons, keys, the wheel with Ctrl, and fingers. */
export function moveMap(room) {
  const drawing = room.querySelector('[data-map-sheet]');
  const { width, height } = drawing.viewBox.baseVal;
  const places = [...drawing.querySelectorAll('.map-marker')].map(anchorOf);
  const map = { drawing, places, sheet: { x: 0, y: 0, width, height } };
  const tools = addTools(room, map);
  drawing.setAttribute('tabindex', '0');
  drawing.setAttribute('aria-description', room.dataset.help);
  drawing.toggleAttribute('data-is-movable', true);
  map.show = (view) => {
    map.view = view;
    drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
    const isNear = view.width < map.whole.width - 0.5;
    drawing.toggleAttribute('data-is-near', isNear);
    tools.further.disabled = tools.whole.disabled = !isNear;
    tools.nearer.disabled = view.width <= map.whole.width / NEAREST + 0.5;
    keepLettering(drawing, (view.width / map.whole.width) ** LETTERING_KEEPS);
  };
  followFrame(map);
  followKeys(map);
  followWheel(map);
  followFingers(map);
}

/** The way nearer leads to the middle of the places in sight, else of what is shown. */
function nearer(map) {
  const seen = map.places.filter((place) => holds(map.view, place));
  const view = seen.length ? centred(map.view, mean(seen)) : map.view;
  return zoomed(view, map.sheet, STEP, middleOf(view));
}

function further(map) {
  return zoomed(map.view, map.sheet, 1 / STEP, middleOf(map.view));
}

/** A telephone's frame is upright: it begins with the middle of all places. */
function followFrame(map) {
  let shape = 0;
  const fit = () => {
    const box = map.drawing.getBoundingClientRect();
    const ratio = box.width / box.height;
    if (box.height && Math.abs(ratio - shape) > 0.01) {
      shape = ratio;
      map.whole = widest(map.sheet, ratio, mean(map.places));
      map.show(map.whole);
    }
  };
  fit();
  new ResizeObserver(fit).observe(map.drawing);
}

function followKeys(map) {
  const keys = {
    '+': () => nearer(map),
    '=': () => nearer(map),
    '-': () => further(map),
    0: () => map.whole,
    ArrowLeft: () => moved(map.view, map.sheet, -ARROW_STEP, 0),
    ArrowRight: () => moved(map.view, map.sheet, ARROW_STEP, 0),
    ArrowUp: () => moved(map.view, map.sheet, 0, -ARROW_STEP),
    ArrowDown: () => moved(map.view, map.sheet, 0, ARROW_STEP),
  };
  map.drawing.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act && !(event.altKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      map.show(act());
    }
  });
}

function followWheel(map) {
  const { drawing } = map;
  drawing.addEventListener(
    'wheel',
    (event) => {
      // The plain wheel goes on scrolling the page.
      if (event.ctrlKey) {
        event.preventDefault();
        const factor = event.deltaY < 0 ? 1.15 : 1 / 1.15;
        map.show(zoomed(map.view, map.sheet, factor, pointUnder(map, event)));
      }
    },
    { passive: false },
  );
  drawing.addEventListener('dblclick', (event) => {
    map.show(zoomed(map.view, map.sheet, STEP, pointUnder(map, event)));
  });
}

function followFingers(map) {
  const { drawing } = map;
  const fingers = new Map();
  let hasMoved = false;
  drawing.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    hasMoved = false;
  });
  drawing.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before || (!hasMoved && distance(before, event) < LEAST_DRAG_PX)) {
      return;
    }
    // Only a real movement takes the pointer, so that a tap still reaches a place's link.
    hasMoved = true;
    drawing.setPointerCapture(event.pointerId);
    const other = [...fingers.values()].find((each) => each.pointerId !== event.pointerId);
    map.show(other ? pinched(map, before, event, other) : dragged(map, before, event));
    fingers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  const keepFromLinks = (event) => {
    if (hasMoved) {
      event.preventDefault();
      hasMoved = false;
    }
  };
  drawing.addEventListener('click', keepFromLinks, true);
  drawing.addEventListener('dragstart', (event) => event.preventDefault());
}

function dragged(map, before, event) {
  const box = map.drawing.getBoundingClientRect();
  const across = (before.clientX - event.clientX) / box.width;
  const down = (before.clientY - event.clientY) / box.height;
  return moved(map.view, map.sheet, across, down);
}

function pinched(map, before, event, other) {
  const factor = (distance(event, other) || 1) / (distance(before, other) || 1);
  return zoomed(map.view, map.sheet, factor, pointUnder(map, event));
}

/** Names, markers and roads keep their size on the screen while the land comes nearer. */
function keepLettering(drawing, scale) {
  for (const name of drawing.querySelectorAll('.map-marker, .map-drawing__quiet text')) {
    const [x, y] = anchorOf(name);
    // A river's name is turned round the same point, so the turn may come after.
    name.dataset.turned ??= name.getAttribute('transform') ?? '';
    const smaller = `translate(${x} ${y}) scale(${scale}) translate(${-x} ${-y})`;
    name.setAttribute('transform', `${smaller} ${name.dataset.turned}`);
  }
  for (const line of drawing.querySelectorAll('.map-route__line')) {
    line.dataset.width ??= line.getAttribute('stroke-width');
    line.setAttribute('stroke-width', line.dataset.width * scale);
  }
}

function anchorOf(name) {
  const dot = name.querySelector('.map-marker__dot');
  const [across, down] = dot ? ['cx', 'cy'] : ['x', 'y'];
  const owner = dot ?? name;
  return [Number(owner.getAttribute(across)), Number(owner.getAttribute(down))];
}

function mean(points) {
  const of = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [of(0), of(1)];
}

function addTools(room, map) {
  const acts = { nearer: () => nearer(map), further: () => further(map), whole: () => map.whole };
  const bar = document.createElement('div');
  bar.className = 'chart-room__tools';
  const tools = {};
  for (const [name, act] of Object.entries(acts)) {
    tools[name] = button(room.dataset[name], ICONS[name]);
    tools[name].addEventListener('click', () => map.show(act()));
    bar.append(tools[name]);
  }
  room.append(bar);
  return tools;
}

function button(label, path) {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  made.append(icon);
  return made;
}

function pointUnder(map, event) {
  const box = map.drawing.getBoundingClientRect();
  return [
    map.view.x + ((event.clientX - box.left) / box.width) * map.view.width,
    map.view.y + ((event.clientY - box.top) / box.height) * map.view.height,
  ];
}

function distance(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

for (const room of document.querySelectorAll('[data-map-room]')) {
  moveMap(room);
}
