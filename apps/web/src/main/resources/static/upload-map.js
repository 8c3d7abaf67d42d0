// Where the samples of an upload were taken, over the backdrop of every map.
import * as maplibregl from '/vendor/maplibre-gl-6.17.0/maplibre-gl.mjs';
import { colours } from '/map/icons.js';

const element = document.getElementById('track');
const colour = colours();

function frame(features) {
  const all = features.map(feature => feature.geometry.coordinates);
  const [lon, lat] = [0, 1].map(i => all.map(point => point[i]));
  const least = values => values.reduce((a, b) => Math.min(a, b));
  const most = values => values.reduce((a, b) => Math.max(a, b));
  return [[least(lon), least(lat)], [most(lon), most(lat)]];
}

async function start() {
  const points = await (await fetch(element.dataset.points)).json();
  const map = new maplibregl.Map({
    container: element,
    style: {
      version: 8,
      sources: { backdrop: { type: 'geojson', data: location.origin + '/map/backdrop.geojson' }, points: { type: 'geojson', data: points } },
      layers: [
        { id: 'sea', type: 'background', paint: { 'background-color': colour.shade } },
        { id: 'land', type: 'fill', source: 'backdrop', filter: ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false], paint: { 'fill-color': colour.paper } },
        { id: 'borders', type: 'line', source: 'backdrop', paint: { 'line-color': colour.open, 'line-width': .8 } },
        { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 4, 'circle-stroke-width': .5, 'circle-stroke-color': colour.paper, 'circle-color': ['case', ['==', ['get', 'rsrp'], 0], colour.soft, ['step', ['get', 'rsrp'], colour.c3, -105, colour.c2, -90, colour.c1]] } },
      ],
    },
    bounds: frame(points.features), fitBoundsOptions: { padding: 32, maxZoom: 15 },
    minZoom: 1, maxZoom: 20, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false, attributionControl: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.ScaleControl({ unit: 'metric' }), 'top-left');
  map.on('idle', () => { window.mapIdle = true; });
}

start().catch(() => { element.closest('.map-frame').querySelector('.map-missing').hidden = false; });
