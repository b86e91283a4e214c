import { inDigits, settingsOf } from './settings.js';

/**
 * Replace a browser's small controls by one large button and a line to slide along. Captions show
 * from the start: the floor is loud, and sound begins only at a touch.
 */
export function playByHand(media) {
  const { digits } = settingsOf(document);
  const words = document.querySelector('[data-player-words]').dataset;
  const player = element('div', 'player');
  const play = element('button', 'player__play');
  const place = element('input', 'player__place');
  const time = element('output', 'player__time');

  play.type = 'button';
  play.ariaLabel = words.play;
  play.ariaPressed = 'false';
  Object.assign(place, { type: 'range', min: 0, max: 1000, value: 0, ariaLabel: words.place });
  time.ariaLive = 'off';
  player.append(play, place, time);
  media.controls = false;
  media.after(player);
  for (const track of media.textTracks) {
    if (track.kind === 'captions') {
      track.mode = track.language === document.documentElement.lang ? 'showing' : track.mode;
    }
  }

  const show = () => {
    const whole = media.duration || 0;
    play.ariaPressed = String(!media.paused);
    place.value = whole ? (media.currentTime / whole) * 1000 : 0;
    time.textContent = inDigits(clock(media.currentTime), digits);
  };
  const toggle = () => (media.paused ? media.play().catch(show) : media.pause());

  play.addEventListener('click', toggle);
  media.addEventListener('click', toggle);
  place.addEventListener('input', () => {
    if (media.duration) {
      media.currentTime = (place.value / 1000) * media.duration;
    }
  });
  for (const change of ['play', 'pause', 'timeupdate', 'durationchange', 'ended']) {
    media.addEventListener(change, show);
  }
  show();
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
