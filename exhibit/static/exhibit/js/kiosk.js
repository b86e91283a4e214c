// Binds the screen's parts to the page. What each does, and how it is stopped, is in its module.

import { showInTurn } from './kiosk/attract.js';
import { enclose } from './kiosk/enclosure.js';
import { answerKeypad } from './kiosk/keypad.js';
import { chooseOnMap } from './kiosk/map.js';
import { playByHand } from './kiosk/player.js';
import { turnPages } from './kiosk/pages.js';
import { openOneAtATime } from './kiosk/questions.js';
import { settingsOf } from './kiosk/settings.js';
import { keepVisit } from './kiosk/visit.js';
import { makeWay } from './kiosk/way.js';
import { forgetWishes, offerWishes } from './kiosk/wishes.js';

const settings = settingsOf(document);
const attract = document.querySelector('[data-attract]');

if (attract) {
  forgetWishes();
  showInTurn(attract);
}

const way = makeWay({ excuse: document.querySelector('[data-excuse]') });
enclose({ inside: settings.inside, go: way.go });
const pages = document.querySelector('[data-pages]');
const turning = pages ? turnPages({ pages, settings, go: way.go }) : null;
answerKeypad({ turning, direction: settings.direction });
offerWishes(document.querySelector('[data-aids]'), document.querySelector('[data-open-aids]'));

for (const media of document.querySelectorAll('audio[controls], video[controls]')) {
  playByHand(media);
}
for (const room of document.querySelectorAll('[data-map-room]')) {
  chooseOnMap(room);
}
for (const list of document.querySelectorAll('[data-one-open]')) {
  openOneAtATime(list);
}

// A curator's preview never starts again by itself.
if (settings.idleSeconds !== null) {
  keepVisit({ settings, isAttract: Boolean(attract), way });
}
