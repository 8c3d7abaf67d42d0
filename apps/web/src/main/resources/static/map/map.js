// The map of a page: one element #map whose data attributes say what to show. The list beside it works without this.
import * as maplibregl from '/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { icon, cluster, colours } from '/map/icons.js';

const element = document.getElementById('map');
const frame = element.closest('.map-frame');
const { mode, tiles, about, bounds, stamp } = element.dataset;
const colour = colours();
/** What can be hovered, the foremost first. */
const HIT = ['clusters', 'point-clusters', 'places', 'points', 'samples', 'samples-none', 'line-hit'];

const legend = frame.querySelector('.map-legend');
if (mode === 'browse' && frame.clientWidth < 600) legend.open = false;
for (const canvas of legend.querySelectorAll('canvas[data-icon]')) {
  const code = canvas.dataset.icon;
  const picture = code === 'cluster' ? cluster('12-6-2-2') : icon(Number(code));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
}

const fontFamily = getComputedStyle(document.body).fontFamily;
const code = ['get', 'c'];
const passes = ['>=', code, 9];
const suspected = ['all', ['>=', code, 4], ['<=', code, 5]];
const fails = ['all', ['>=', code, 6], ['<=', code, 8]];
const open = ['<', code, 4];
const width = (far, near) => ['interpolate', ['linear'], ['zoom'], 4, far, 12, near, 16, near * 2];
const label = { 'text-font': ['local'], 'text-size': 12, 'text-max-width': 9 };
const halo = { 'text-color': colour.ink, 'text-halo-color': colour.paper, 'text-halo-width': 1.5 };

function line(id, filter, paint) {
  return { id, type: 'line', source: 'tiles', 'source-layer': 'lines', filter, layout: { 'line-join': 'round', 'line-cap': id === 'line-retest' || id === 'line-open' ? 'butt' : 'round' }, paint };
}

function symbols(id, sourceLayer, filter, size, named) {
  return {
    id, type: 'symbol', source: 'tiles', 'source-layer': sourceLayer, filter,
    layout: {
      'icon-image': ['concat', 'v', code], 'icon-allow-overlap': true, 'icon-ignore-placement': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 4, size * .45, 10, size * .7, 14, size],
      'symbol-sort-key': ['case', fails, 3, suspected, 2, passes, 1, 0],
      ...label, 'text-field': named, 'text-optional': true, 'text-anchor': 'top', 'text-offset': [0, .9],
    },
    paint: halo,
  };
}

const stars = ['case', ['has', 's'], ['concat', '\n', ['slice', '★★★★★', 0, ['get', 's']]], ''];
const style = {
  version: 8,
  sources: {
    backdrop: { type: 'geojson', data: location.origin + '/map/backdrop.geojson' },
    names: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    tiles: { type: 'vector', tiles: [tileAddress()], minzoom: 0, maxzoom: 16 },
  },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': colour.shade } },
    { id: 'land', type: 'fill', source: 'backdrop', filter: ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false], paint: { 'fill-color': colour.paper } },
    { id: 'borders', type: 'line', source: 'backdrop', paint: { 'line-color': colour.open, 'line-width': .8 } },
    { id: 'regions', type: 'symbol', source: 'names', maxzoom: 8, layout: { ...label, 'text-field': ['step', ['zoom'], ['case', ['get', 'small'], '', ['get', 'name']], 6, ['get', 'name']], 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: { 'text-color': colour.soft } },
    line('line-some', ['==', ['get', 'f'], 1], { 'line-color': colour.fail, 'line-width': width(3.5, 7), 'line-opacity': .45 }),
    line('line-open', open, { 'line-color': colour.soft, 'line-width': width(.8, 2), 'line-dasharray': [1, 2] }),
    line('line-pass', passes, { 'line-color': ['match', code, 11, colour.pa, 10, colour.pb, colour.pb], 'line-width': width(1.2, 3) }),
    line('line-retest', suspected, { 'line-color': colour.retest, 'line-width': width(1.6, 4), 'line-dasharray': [2, 1] }),
    line('line-fail', fails, { 'line-color': colour.fail, 'line-width': width(2.4, 7) }),
    { ...line('line-hit', ['has', 'id'], { 'line-opacity': 0, 'line-width': 14 }) },
    { id: 'samples', type: 'circle', source: 'tiles', 'source-layer': 'samples', filter: ['>=', ['get', 'rat'], 4], paint: { 'circle-radius': 4, 'circle-stroke-width': .5, 'circle-stroke-color': colour.paper, 'circle-color': ['step', ['get', 'rsrp'], colour.c3, -105, colour.c2, -90, colour.c1] } },
    { id: 'samples-none', type: 'symbol', source: 'tiles', 'source-layer': 'samples', filter: ['<', ['get', 'rat'], 4], layout: { 'icon-image': 'none', 'icon-size': .7, 'icon-allow-overlap': true } },
    clusters('point-clusters', 'points', .75),
    symbols('points', 'points', ['has', 'id'], .62, ['step', ['zoom'], '', 15, ['coalesce', ['get', 'name'], '']]),
    symbols('places', 'places', ['has', 'id'], 1, ['step', ['zoom'], '', 12, ['concat', ['coalesce', ['get', 'name'], ''], stars]]),
    clusters('clusters', 'places', 1),
  ],
};

function clusters(id, sourceLayer, size) {
  return {
    id, type: 'symbol', source: 'tiles', 'source-layer': sourceLayer, filter: ['has', 'n'],
    layout: { 'icon-image': ['concat', 'k', ring()], 'icon-allow-overlap': true, 'icon-size': ['interpolate', ['linear'], ['get', 'n'], 2, .85 * size, 10, 1.1 * size, 100, 1.5 * size, 1000, 1.9 * size], ...label, 'text-field': ['get', 'n'], 'text-size': 11 * size, 'text-allow-overlap': true },
    paint: { 'text-color': colour.ink },
  };
}

/** Verdicts of a square in twelfths: pass-retest-fail-open; what is there is never rounded away. */
function ring() {
  const part = name => ['case', ['>', ['get', name], 0], ['max', 1, ['round', ['/', ['*', 12, ['get', name]], ['get', 'n']]]], 0];
  return ['concat', part('pass'), '-', part('retest'), '-', part('fail'), '-', ['case', ['>', ['get', 'n'], ['+', ['get', 'pass'], ['get', 'retest'], ['get', 'fail']]], ['max', 1, ['-', 12, ['round', ['/', ['*', 12, ['+', ['get', 'pass'], ['get', 'retest'], ['get', 'fail']]], ['get', 'n']]]]], 0]];
}

function tileAddress() {
  return location.origin + tiles.replace('/tiles/Z/X/Y.mvt', '/tiles/{z}/{x}/{y}.mvt') + (tiles.includes('?') ? '&' : '?') + 'v=' + encodeURIComponent(stamp);
}

function view() {
  const asked = new URLSearchParams(location.search);
  const [z, lat, lon] = ['z', 'lat', 'lon'].map(name => asked.has(name) ? Number(asked.get(name)) : NaN);
  if (mode === 'browse' && Number.isFinite(z) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180) return { center: [lon, lat], zoom: Math.min(20, Math.max(1, z)) };
  if (!bounds) return { center: [104, 36], zoom: 3.2 };
  const [west, south, east, north] = bounds.split(',').map(Number);
  return { bounds: [[west, south], [east, north]], fitBoundsOptions: { padding: { top: 48, right: 56, bottom: mode === 'wall' ? 128 : 48, left: mode !== 'wall' && element.clientWidth > 700 ? 310 : 48 }, maxZoom: 15 } };
}

function start() {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new maplibregl.Map({
    container: element, style, ...view(), minZoom: 1, maxZoom: 20, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false,
    localIdeographFontFamily: fontFamily, attributionControl: false, fadeDuration: calm ? 0 : 150, interactive: mode !== 'wall',
    canvasContextAttributes: { preserveDrawingBuffer: true },
    locale: { 'NavigationControl.ZoomIn': element.dataset.zoomIn, 'NavigationControl.ZoomOut': element.dataset.zoomOut, 'Map.Title': element.getAttribute('aria-label') },
  });
  map.touchZoomRotate.disableRotation();
  map.setMissingStyleImageResolver(id => {
    if (map.hasImage(id)) return;
    const picture = id.startsWith('k') ? cluster(id.slice(1)) : icon(id === 'none' ? id : Number(id.slice(1)));
    map.addImage(id, picture.getContext('2d').getImageData(0, 0, picture.width, picture.height), { pixelRatio: 2 });
  });
  const near = () => frame.toggleAttribute('data-close', map.getZoom() >= 15.5);
  near();
  map.on('zoomend', near);
  map.on('movestart', () => { window.mapIdle = false; });
  map.on('idle', () => { window.mapIdle = true; });
  window.map = map;
  if (mode !== 'wall') {
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new maplibregl.ScaleControl({ unit: 'metric' }), 'top-left');
    cards(map, calm);
  }
  map.once('load', () => nameRegions(map));
  if (mode === 'browse') keepAddress(map);
  const tour = document.getElementById('tour');
  if (tour) map.on('load', () => showTour(map, JSON.parse(tour.dataset.tour)));
}

/** One name for each region of the backdrop: where its property cp says, else in the middle of its largest ring. */
async function nameRegions(map) {
  const { features } = await (await fetch('/map/backdrop.geojson')).json();
  const box = ring => [0, 1].map(i => { const all = ring.map(p => p[i]); return [Math.min(...all), Math.max(...all)]; });
  const largest = ({ type, coordinates }) => {
    const rings = { Point: () => [[coordinates]], Polygon: () => [coordinates[0]], MultiPolygon: () => coordinates.map(part => part[0]) }[type]?.() ?? [];
    return rings.length ? box(rings.reduce((a, b) => a.length > b.length ? a : b)) : null;
  };
  const named = features.filter(feature => feature.properties?.name && feature.geometry && largest(feature.geometry)).map(({ properties, geometry }) => {
    const [lon, lat] = largest(geometry);
    const middle = [(lon[0] + lon[1]) / 2, (lat[0] + lat[1]) / 2];
    const small = geometry.type !== 'Point' && lon[1] - lon[0] < .9 && lat[1] - lat[0] < .9;
    return { type: 'Feature', properties: { name: String(properties.name), small }, geometry: { type: 'Point', coordinates: Array.isArray(properties.cp) ? properties.cp : middle } };
  });
  map.getSource('names').setData({ type: 'FeatureCollection', features: named });
}

/** The address always says where the map looks, and so do the links that keep the view. */
function keepAddress(map) {
  const kept = () => {
    const { lng, lat } = map.getCenter();
    return { z: map.getZoom().toFixed(2), lat: lat.toFixed(5), lon: lng.toFixed(5) };
  };
  const apply = (address, values) => { const url = new URL(address, location); for (const name in values) url.searchParams.set(name, values[name]); return url.pathname + url.search; };
  map.on('moveend', () => {
    const values = kept();
    history.replaceState(null, '', apply(location.href, values));
    for (const link of document.querySelectorAll('a[data-keep-view], a.language')) link.href = apply(link.href, values);
    const form = document.querySelector('.mapview form.filters');
    for (const name in values) {
      let input = form.querySelector(`input[name=${name}]`);
      if (!input) { input = Object.assign(document.createElement('input'), { type: 'hidden', name }); form.append(input); }
      input.value = values[name];
    }
  });
  for (const link of document.querySelectorAll('a.locate')) link.addEventListener('click', event => {
    event.preventDefault();
    const { lon, lat, zoom } = link.dataset;
    map.flyTo({ center: [Number(lon), Number(lat)], zoom: Number(zoom), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 900 });
    frame.scrollIntoView({ block: 'nearest' });
  });
}

/** Hovering says why; a click keeps the card. */
function cards(map) {
  const card = document.getElementById('map-card');
  const body = card.querySelector('.map-card-body');
  let pinned = false, shown = '', timer = 0;
  const at = point => {
    const near = [[point.x - 5, point.y - 5], [point.x + 5, point.y + 5]];
    const found = map.queryRenderedFeatures(near, { layers: HIT });
    return HIT.map(id => found.find(f => f.layer.id === id)).find(Boolean);
  };
  const question = feature => {
    const p = feature.properties;
    if (feature.layer.id === 'places') return { place: p.id };
    if (feature.layer.id === 'points') return { point: p.id };
    if (feature.sourceLayer === 'samples') return { sample: p.id };
    return { line: p.id, from: p.from, to: p.to };
  };
  /** Several places or points at one spot: how many have which verdict. */
  function showCounts({ n, pass, retest, fail }) {
    const words = element.dataset.counts.split('|');
    const line = Object.assign(document.createElement('p'), { className: 'counts' });
    [n, pass, retest, fail, n - pass - retest - fail].forEach((number, i) => {
      if (number > 0) line.append(Object.assign(document.createElement('b'), { textContent: number.toLocaleString() }), ' ' + words[i] + '  ');
    });
    body.replaceChildren(line);
    card.hidden = false;
    shown = window.mapCard = 'counts';
  }
  async function show(feature, pin) {
    const url = new URL(about, location);
    for (const [name, value] of Object.entries(question(feature))) url.searchParams.set(name, value);
    shown = url.search;
    const answer = await fetch(url, { headers: { accept: 'text/html' } });
    if (shown !== url.search || !answer.ok) return;
    body.innerHTML = await answer.text();
    card.hidden = false;
    pinned = pin;
    card.classList.toggle('pinned', pin);
    window.mapCard = shown;
    if (pin) card.querySelector('a')?.focus({ preventScroll: true });
  }
  const hide = () => { clearTimeout(timer); shown = ''; pinned = false; card.hidden = true; card.classList.remove('pinned'); window.mapCard = ''; };
  map.on('mousemove', event => {
    const feature = at(event.point);
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    if (pinned) return;
    clearTimeout(timer);
    if (!feature) { if (shown) timer = setTimeout(hide, 150); return; }
    if (feature.properties.n) return showCounts(feature.properties);
    timer = setTimeout(() => show(feature, false), 90);
  });
  map.on('click', event => {
    clearTimeout(timer);
    const feature = at(event.point);
    if (!feature) return hide();
    if (feature.properties.n) { hide(); return map.easeTo({ center: feature.geometry.coordinates, zoom: map.getZoom() + 2 }); }
    show(feature, true);
  });
  card.querySelector('.close').addEventListener('click', hide);
  addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
}

/** The stops of a day in their order. */
function showTour(map, tour) {
  map.addSource('tour', { type: 'geojson', data: tour });
  map.addLayer({ id: 'tour-way', type: 'line', source: 'tour', filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { 'line-color': colour.accent, 'line-width': 3, 'line-dasharray': [2, 1.2] } });
  map.addLayer({ id: 'tour-stops', type: 'circle', source: 'tour', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 12, 'circle-color': colour.accent, 'circle-stroke-color': colour.paper, 'circle-stroke-width': 2 } });
  map.addLayer({ id: 'tour-numbers', type: 'symbol', source: 'tour', filter: ['==', ['geometry-type'], 'Point'], layout: { ...label, 'text-field': ['get', 'number'], 'text-allow-overlap': true }, paint: { 'text-color': colour.paper } });
}

try {
  start();
} catch (reason) {
  console.info('no map: ' + reason.message);
  frame.querySelector('.map-missing').hidden = false;
  window.mapIdle = true;
}
