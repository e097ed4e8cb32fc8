// The explorer: links the picture, the tables and the details of one project.
//
// It holds no formula. Scores, bounds, places, colours and sizes are worked out in Python; here
// they are looked up, filtered, counted, written out and drawn. Every text enters the page as text.

// ---- 1. data -----------------------------------------------------------------------------------

const element = id => document.getElementById(id);

async function unpacked(block) {
  if (!block.dataset.packed) return block.textContent;
  const bytes = Uint8Array.from(atob(block.textContent.trim()), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

const data = JSON.parse(await unpacked(element('page-data')));
const drawn = JSON.parse(element('network-data').textContent);
const things = new Map(data.things.map(thing => [thing.id, thing]));
const marks = new Map(data.marks.map(mark => [mark.id, mark]));
const clusters = data.ranking.map(id => things.get(id));
const place = new Map(data.order.map((id, number) => [id, number]));
const common = new Set(data.common);
const start = data.start;
// Of a large project: what is drawn of it, and of how many clusters. Everything else is asked of the whole.
const drawnPart = data.part || null;
const isSearched = Boolean(drawnPart) && data.is_served;
const stages = data.documents.chain ? data.documents.chain.stages : [];
const neighbours = new Map(data.things.map(thing => [thing.id, new Set()]));
for (const [from, to] of data.edges) {
  neighbours.get(from).add(to);
  neighbours.get(to).add(from);
}
const tied = id => neighbours.get(id) || new Set();
const isCluster = id => things.has(id) && things.get(id).kind === 'cluster';
const nameOf = id => (data.words.names[id] || [id])[0];
const countryName = code => data.words.countries[code] || code;

// ---- 2. words for numbers ----------------------------------------------------------------------

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const number = value =>
  Number.isInteger(value)
    ? whole.format(value)
    : new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value);
const percent = value => `${whole.format(value * 100)} %`;

function spanned(interval, write = number) {
  if (!interval || (interval.low === null && interval.high === null)) return 'unknown';
  const { low, high } = interval;
  if (high === null) return `${write(low)} or more`;
  if (low === null) return `up to ${write(high)}`;
  return write(low) === write(high) ? write(low) : `${write(low)}–${write(high)}`;
}

function shortSpan(interval) {
  const text = spanned(interval);
  return text.endsWith(' or more') ? `≥ ${text.slice(0, -8)}` : text.replace('up to ', '≤ ');
}

const ranked = rank => (!rank ? '' : rank.best === rank.worst ? `${rank.best}` : `${rank.best}–${rank.worst}`);

function quantity(fact) {
  const words = {
    about: 'about ',
    at_least: fact.strict ? 'more than ' : 'at least ',
    at_most: fact.strict ? 'fewer than ' : 'at most ',
  };
  const upper = fact.qualifier === 'between' ? ` to ${number(fact.upper)}` : '';
  return `${words[fact.qualifier] || ''}${number(fact.value)}${upper}`;
}

function dated(day) {
  if (!day) return '';
  const [year, month, date] = day.split('-').map(Number);
  const form = {
    year: 'numeric',
    month: month ? 'long' : undefined,
    day: date ? 'numeric' : undefined,
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(Date.UTC(year, (month || 1) - 1, date || 1)));
}

const plural = (count, word, words) => `${number(count)} ${count === 1 ? word : words || `${word}s`}`;

function folded(text) {
  const letters = { ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .replace(/[łøđæœßı]/g, letter => letters[letter])
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');
}

// ---- 3. building blocks ------------------------------------------------------------------------

// Make an element. Strings become text nodes, so nothing a name holds is ever read as markup.
function h(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'style') for (const [key, part] of Object.entries(value)) made.style.setProperty(key, part);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const show = (host, ...children) => host.replaceChildren(...children.flat(3).filter(Boolean));

const SHAPES = {
  dot: ['circle', { cx: 8, cy: 8, r: 6 }],
  diamond: ['path', { d: 'M8 1.2 14.8 8 8 14.8 1.2 8Z' }],
  square: ['path', { d: 'M2.5 2.5h11v11h-11Z' }],
  triangle: ['path', { d: 'M8 1.8 15 14H1Z' }],
  hexagon: ['path', { d: 'M4.6 2h6.8L15 8l-3.6 6H4.6L1 8Z' }],
};

function glyph(kind) {
  const mark = marks.get(kind);
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('class', 'glyph');
  picture.setAttribute('aria-hidden', 'true');
  if (!mark) return picture;
  const [shape, points] = SHAPES[mark.shape];
  const drawing = document.createElementNS(space, shape);
  for (const [name, value] of Object.entries({ ...points, fill: mark.fill, stroke: mark.outline, 'stroke-width': 1.4 }))
    drawing.setAttribute(name, value);
  picture.append(drawing);
  return picture;
}

// A bar from 0 to what is sure, hatched on to what is possible.
function meter(interval, most = 1) {
  const low = interval ? interval.low : null;
  const high = interval ? interval.high : null;
  if (low === null && high === null) return h('span', { class: 'meter none', title: 'unknown' });
  const from = (low || 0) / most;
  const to = high === null ? 1 : high / most;
  return h(
    'span',
    { class: 'meter' },
    h('i', { style: { '--low': from } }),
    to > from && h('i', { style: { '--from': from, '--to': to } }),
  );
}

const bar = (interval, write, most = 1) =>
  h('span', { class: 'interval' }, meter(interval, most), h('span', { class: 'text' }, spanned(interval, write)));

function cite(source) {
  if (!source || !source.document) return null;
  const title = (data.words.sources[source.document] || [source.document])[0];
  const day = source.as_of ? `, as of ${source.as_of}` : '';
  return h(
    'button',
    {
      class: 'cite',
      type: 'button',
      title: `${title} — ${source.locator}${day}`,
      onclick: event => {
        event.stopPropagation();
        openSource(source.document, source.locator);
      },
    },
    `${source.document}, ${source.locator}${day}`,
  );
}

function link(id, label) {
  const known = data.words.names[id];
  const text = label || nameOf(id);
  if (!known) return h('span', {}, text);
  return h(
    'button',
    {
      class: 'link',
      type: 'button',
      onclick: event => {
        event.stopPropagation();
        select(id, { look: true });
      },
    },
    text,
  );
}

// Only addresses of these schemes become links; anything else stays text.
function address(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    return text;
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return text;
  return h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, text);
}

// ---- 4. state, and its form in the address -----------------------------------------------------

const BELONGING = Object.keys(data.belonging);
const SCHEMES = Object.keys(data.facets)
  .filter(name => name !== 'country' && !BELONGING.includes(name) && data.facets[name].length)
  .sort((a, b) => data.facets[a].length - data.facets[b].length);
const FACETS = ['country', 'stage', ...SCHEMES, ...BELONGING.filter(name => data.facets[name].length)];
const RANGES = new Map(data.ranges.map(range => [range.id, range]));
const FILTERS = [...FACETS, ...RANGES.keys()];
const KEYS = {
  region: 'reg',
  partnership: 'par',
  market: 'mkt',
  country: 'cc',
  stage: 'stage',
  sectoral_industry: 'sec',
  emerging_industry: 'em',
  technology_field: 'tech',
  s3_priority: 's3',
  stated_focus: 'foc',
};
const TABS = ['candidates', 'sets', 'reach', 'evaluation', 'compare', 'chain', 'list', 'conflicts', 'sources'];
const VIEWS = [
  ['table', 'Table'],
  ['3', 'Figure 3'],
  ['4', 'Figure 4'],
  ['axes', 'Two axes'],
  ['weights', 'Weights'],
];
const CRITERIA = data.documents.evaluate?.criteria || [];
const GUIDE = CRITERIA.map(one => Number((one.weight * 100).toFixed(6)));
const MOST_COMPARED = 4;
const options = {
  view: data.layouts.map(layout => layout.id),
  colour: data.colours.map(choice => choice.id),
  size: data.sizes.map(choice => choice.id),
};

const opened = () => ({
  view: start.layout,
  colour: start.colour,
  size: start.size,
  kinds: new Set(start.kinds),
  filters: Object.fromEntries(FACETS.map(name => [name, new Set()])),
  ranges: {},
  source: null,
  locator: null,
  members: [...start.members],
  selected: null,
  tab: 'candidates',
  figure: 'table',
  weights: null,
  compared: [],
  story: 0,
  refused: '',
  added: new Set(),
  sort: null,
  more: 1,
});
const state = opened();

const same = (first, second) =>
  first.length === second.length && [...first].sort().join() === [...second].sort().join();

function hash() {
  const written = new URLSearchParams();
  if (state.view !== start.layout) written.set('view', state.view);
  if (state.colour !== start.colour) written.set('colour', state.colour);
  if (state.size !== start.size) written.set('size', state.size);
  if (!same([...state.kinds], start.kinds)) written.set('kinds', [...state.kinds].join(','));
  for (const name of FACETS) if (state.filters[name].size) written.set(KEYS[name], [...state.filters[name]].join('~'));
  const bounded = Object.entries(state.ranges).map(([name, [from, to]]) => `${name}:${from}:${to}`);
  if (bounded.length) written.set('score', bounded.join('~'));
  if (!same(state.members, start.members)) written.set('con', state.members.join(','));
  if (state.selected) written.set('sel', state.selected);
  if (state.tab !== 'candidates') written.set('tab', state.tab);
  if (state.figure !== 'table') written.set('fig', state.figure);
  if (state.weights && addsUp(state.weights)) written.set('w', state.weights.join('-'));
  if (state.compared.length) written.set('cmp', state.compared.join(','));
  if (state.story) written.set('story', state.story);
  if (state.tab === 'sources' && state.source) written.set('src', state.source);
  if (state.tab === 'sources' && state.source && state.locator) written.set('at', state.locator);
  return written.toString();
}

// What an address names and nobody knows is left out; so is what no list allows.
function follow(text) {
  const read = new URLSearchParams(text.replace(/^#/, ''));
  const fresh = opened();
  const listed = (key, split) => (read.get(key) || '').split(split).filter(Boolean);
  for (const key of ['view', 'colour', 'size']) if (options[key].includes(read.get(key))) fresh[key] = read.get(key);
  if (read.has('kinds')) fresh.kinds = new Set(listed('kinds', ',').filter(kind => marks.has(kind)));
  for (const name of FACETS)
    fresh.filters[name] = new Set(
      listed(KEYS[name], '~').filter(value => facetValues(name).some(one => one.id === value)),
    );
  for (const one of listed('score', '~')) {
    const [name, from, to] = one.split(':');
    const edges = RANGES.get(name)?.edges || [];
    const ends = [Number(from), Number(to)];
    if (ends.every(end => edges.includes(end)) && ends[0] < ends[1]) fresh.ranges[name] = ends;
  }
  if (read.has('con')) fresh.members = [...new Set(listed('con', ',').filter(isCluster))];
  if (data.words.names[read.get('sel')]) fresh.selected = read.get('sel');
  if (TABS.includes(read.get('tab'))) fresh.tab = read.get('tab');
  if (VIEWS.some(([name]) => name === read.get('fig'))) fresh.figure = read.get('fig');
  fresh.compared = [...new Set(listed('cmp', ',').filter(isCluster))].slice(0, MOST_COMPARED);
  const story = Number(read.get('story'));
  if (data.has_story && Number.isInteger(story) && story > 0 && story < 7) fresh.story = story;
  const weights = listed('w', '-').map(Number);
  if (weights.length === GUIDE.length && weights.every(isPercent) && addsUp(weights)) {
    if (data.is_served) fresh.weights = weights;
    else fresh.refused = 'The link asks for other weights than the guide has. This file holds none; the served explorer does.';
  }
  if (data.words.sources[read.get('src')]) {
    fresh.source = read.get('src');
    fresh.locator = read.get('at');
  }
  Object.assign(state, fresh);
  for (const name of FILTERS) if (state.ranges[name] || state.filters[name]?.size) unfolded.add(name);
}

const isPercent = value => Number.isFinite(value) && value >= 0 && value <= 100;
const sumOf = weights => Number(weights.reduce((sum, weight) => sum + weight, 0).toFixed(6));
const addsUp = weights => weights.every(isPercent) && sumOf(weights) === 100;

function remember() {
  const text = hash();
  if (text === location.hash.replace(/^#/, '')) return;
  history.replaceState(null, '', isSearched ? placeOf(drawnAround(), text) : text ? `#${text}` : location.pathname + location.search);
}

// -- the part of a large project that is drawn --

const drawnAround = () => new URLSearchParams(location.search).get('around');

// Members that are not drawn at the start stand before the hash: the server draws them.
function placeOf(centre, text) {
  const asked = new URLSearchParams();
  if (centre) asked.set('around', centre);
  if (!isStart()) asked.set('members', state.members.join(','));
  return `${location.pathname}${asked.size ? `?${asked}` : ''}${text ? `#${text}` : ''}`;
}

// Filters are of what is drawn now: they stay behind.
function drawAround(id) {
  const now = new URLSearchParams(hash());
  const kept = ['view', 'colour', 'size', 'con', 'tab', 'fig', 'w'].filter(name => now.has(name));
  const then = new URLSearchParams([...kept.map(name => [name, now.get(name)]), ['sel', id]]);
  location.assign(placeOf(id, then.toString()));
}

// Candidates of a changed alliance may be anybody: they are listed, and have no mark here.
function learn(answered) {
  for (const one of drawnPart ? answered?.candidates || [] : []) {
    data.words.names[one.id] ||= [one.name, 'cluster', true];
    if (things.has(one.id)) continue;
    const bare = { scores: {}, counts: {}, covers: {}, steps: {}, radii: {}, at: {}, sides: {}, categories: [], aliases: [] };
    const thing = { ...bare, id: one.id, name: one.name, label: one.name, kind: 'cluster', country: one.country || null, standing: 'ranked', folded: folded(one.name), radius: null };
    things.set(one.id, thing);
    neighbours.set(one.id, new Set());
    clusters.push(thing);
  }
}

// ---- 5. answers: from the server, or from the file ----------------------------------------------

const key = members => [...members].sort().join(',');
const profileCache = new Map();
let answer = { key: start.key, reach: data.documents.reach, candidates: data.documents.candidates, change: null };
let asking = 0;

const sentence = words => words[0].toUpperCase() + words.slice(1);

async function fetched(path, parameters) {
  const response = await fetch(`/api/${path}?${new URLSearchParams(parameters)}`, {
    headers: { Accept: 'application/json' },
  });
  const found = await response.json();
  if (!response.ok) throw new Error(found.error ? `${sentence(found.error.what)}. ${sentence(found.error.hint)}.` : response.statusText);
  return found;
}

// What is told of a large project names things that the page did not know before.
const named = said => {
  for (const [id, known] of Object.entries(said.names || {})) data.words.names[id] ||= known;
  return said;
};

async function profile(id) {
  if (!data.is_served) return data.profiles[id] || null;
  if (!profileCache.has(id)) profileCache.set(id, fetched('show', { name: id }).then(named));
  return profileCache.get(id);
}

// The answer to another alliance; null where the file does not hold it. Late answers are dropped.
async function whatIf(members) {
  if (key(members) === start.key)
    return { key: start.key, reach: data.documents.reach, candidates: data.documents.candidates, change: null };
  if (!members.length) return null;
  if (!data.is_served) {
    const held = data.what_if[key(members)];
    return held ? { key: key(members), ...held } : null;
  }
  return { key: key(members), ...(await fetched('what-if', { members: members.join(',') })) };
}

async function askAgain() {
  const mine = ++asking;
  document.body.classList.add('asking');
  element('counters').classList.add('busy');
  let found = null;
  let fault = '';
  try {
    found = await whatIf(state.members);
  } catch (error) {
    fault = error.message;
  }
  if (mine !== asking) return;
  learn(found?.candidates);
  answer = found || { key: key(state.members), reach: null, candidates: null, change: null, fault };
  document.body.classList.remove('asking');
  element('counters').classList.remove('busy');
  renderAlliance();
  renderFacets();
  renderTabs();
  renderTab();
  renderDetail();
  paint();
  renderRamp();
}

// The evaluation by other weights. Late answers are dropped; a wrong sum is not asked about.
let weighing = 0;
async function askWeights() {
  const mine = ++weighing;
  let fault = '';
  let found = null;
  if (state.weights) {
    try {
      found = await fetched('evaluate', { weights: weightText() });
    } catch (error) {
      fault = error.message;
    }
  }
  if (mine !== weighing) return;
  weighed = found;
  if (fault) say(fault);
  renderFacets();
  renderTabs();
  if (state.tab === 'evaluation' && state.figure === 'weights') renderRanking();
  else if (state.tab === 'evaluation' || state.tab === 'compare') renderTab();
  renderDetail();
  paint();
}

const weightText = () => CRITERIA.map((one, at) => `${one.id}:${state.weights[at]}`).join(',');

let waiting = 0;
function weightsChanged() {
  if (state.weights && same(state.weights.map(String), GUIDE.map(String)) && state.weights.every((w, at) => w === GUIDE[at]))
    state.weights = null;
  if (state.weights && !addsUp(state.weights)) return;
  remember();
  clearTimeout(waiting);
  waiting = setTimeout(askWeights, 250);
}

// Who leads to further partnerships, and what each of the best candidates would add.
let bridgeIds = new Set((data.bridges?.access_points || []).map(one => one.id));
const asked = new Map();
function held(path, parameters = {}) {
  const name = `${path}?${new URLSearchParams(parameters)}`;
  if (!asked.has(name)) asked.set(name, fetched(path, parameters).catch(error => ({ fault: error.message })));
  return asked.get(name);
}

const rankedNow = () => answer.candidates || data.documents.candidates;
const indexes = new WeakMap();

// The rows of an answer by their ids; worked out once an answer.
function indexed(rows) {
  if (!indexes.has(rows)) indexes.set(rows, new Map(rows.map(row => [row.id, row])));
  return indexes.get(rows);
}

const candidateOf = id => (rankedNow() && indexed(rankedNow().candidates).get(id)) || null;
let weighed = null;
const evaluatedNow = () => weighed || data.documents.evaluate;
const cardOf = id => (evaluatedNow() && indexed(evaluatedNow().candidates).get(id)) || null;

// A cluster's score as it is now; null where nothing is known of it.
function scoreOf(id, name) {
  if (name === 'complementarity') return candidateOf(id)?.score || null;
  const card = cardOf(id);
  return card && name === 'coverage' ? { low: card.coverage, high: card.coverage } : card?.[name] || null;
}
const isStart = () => key(state.members) === start.key;
const isFresh = () => answer.key === key(state.members) && (isStart() || answer.candidates);

// ---- 6. filters ---------------------------------------------------------------------------------

function facetValues(name) {
  if (name === 'stage') return stages.map(stage => ({ id: stage.id, label: stage.label, clusters: stage.clusters }));
  if (name === 'country') return data.facets.country.map(value => ({ ...value, label: countryName(value.id) }));
  return data.facets[name] || [];
}

const valuesOf = (cluster, name) => {
  if (name === 'country') return cluster.country ? [cluster.country] : [];
  if (name === 'stage') return Object.keys(cluster.covers);
  if (BELONGING.includes(name)) return data.belonging[name][cluster.id] || [];
  return cluster.categories;
};

// The bar of a histogram that a score falls in by its low end; -1 where there is none.
function barOf(cluster, name) {
  const { edges } = RANGES.get(name);
  const value = low(scoreOf(cluster.id, name));
  if (value === null) return -1;
  return Math.max(0, Math.min(edges.length - 2, edges.findLastIndex(edge => value >= edge)));
}

function passes(cluster, name) {
  if (!RANGES.has(name)) {
    const chosen = state.filters[name];
    return !chosen.size || valuesOf(cluster, name).some(value => chosen.has(value));
  }
  const wanted = state.ranges[name];
  if (!wanted) return true;
  const { edges } = RANGES.get(name);
  const bar = barOf(cluster, name);
  return bar >= edges.indexOf(wanted[0]) && bar < edges.indexOf(wanted[1]);
}

const failing = cluster => FILTERS.filter(name => !passes(cluster, name));
const isFiltered = () => FACETS.some(name => state.filters[name].size) || Object.keys(state.ranges).length > 0;

// How many clusters each value would show, the other filters being as they are.
function liveCounts() {
  const counts = Object.fromEntries(FILTERS.map(name => [name, new Map()]));
  for (const cluster of clusters) {
    const failed = failing(cluster);
    if (failed.length > 1) continue;
    for (const name of failed.length ? failed : FILTERS) {
      const values = RANGES.has(name) ? [barOf(cluster, name)] : valuesOf(cluster, name);
      for (const value of values) counts[name].set(value, (counts[name].get(value) || 0) + 1);
    }
  }
  return counts;
}

// The scene: up to the limit of clusters that pass, best first, and what is tied to them.
function scene() {
  const passing = state.kinds.has('cluster') ? clusters.filter(cluster => !failing(cluster).length) : [];
  const kept = new Set(passing.slice(0, data.limits.clusters).map(cluster => cluster.id));
  const near = state.selected && things.has(state.selected) ? [state.selected, ...nearOf(state.selected)] : [];
  const asked = [...(state.kinds.has('cluster') ? state.members : []), ...state.added, ...near].filter(id =>
    things.has(id),
  );
  const shown = new Set([...kept, ...asked]);
  const isWhole = kept.size === clusters.length;
  let left = 0;
  for (const thing of data.things) {
    if (thing.kind === 'cluster' || !state.kinds.has(thing.kind) || !things.get(thing.id).at[state.view]) continue;
    if (!isWhole && ![...tied(thing.id)].some(id => kept.has(id))) continue;
    if (shown.size < data.limits.nodes) shown.add(thing.id);
    else left += 1;
  }
  const placed = [...shown].filter(id => things.get(id).at[state.view]);
  return { shown: new Set(placed), passing: passing.length, left };
}

function nearOf(id) {
  const near = [...tied(id)];
  return near.length <= data.limits.neighbours
    ? near
    : near.filter(other => state.kinds.has(things.get(other).kind)).slice(0, data.limits.neighbours);
}

// ---- 7. the picture ------------------------------------------------------------------------------

const host = element('network');
const nodes = new vis.DataSet(drawn.nodes);
const edges = new vis.DataSet(drawn.edges);
const network = new vis.Network(host, { nodes, edges }, drawn.options);
const letters = getComputedStyle(document.body).fontFamily;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let current = scene();
let hovered = null;
let labelled = [];

const choice = (list, id) => list.find(one => one.id === id);
const layout = () => choice(data.layouts, state.view);

// The clusters that the step of the story is about; null without one.
let spotlight = null;

const ringOf = id => (start.members.includes(id) ? data.palette.ring : '#009E73');
const isLost = id => start.members.includes(id) && !state.members.includes(id);

// Rings around marks: who bridges, who is reached now and was not, who no longer.
function ringsNow() {
  const change = answer.change?.total.clusters;
  const via = (answer.reach?.hops || []).map(hop => hop.via[0]).filter(Boolean);
  const isNew = id => !state.members.includes(id) && !start.members.includes(id);
  return {
    bridge: new Set([...bridgeIds, ...via]),
    more: new Set((change?.more || []).filter(isNew)),
    fewer: new Set((change?.fewer || []).filter(isNew)),
  };
}

const RINGS = { bridge: ['#D55E00', 3.4, []], more: ['#009E73', 2.6, [3, 2]], fewer: ['#882255', 2.6, [2, 3]] };

function drawRings(context) {
  const unit = 1 / network.getScale();
  for (const [kind, ids] of Object.entries(ringsNow()))
    for (const id of ids) {
      if (!current.shown.has(id) || isFaded(id)) continue;
      const [colour, gap, dashes] = RINGS[kind];
      const [x, y] = things.get(id).at[state.view];
      context.beginPath();
      context.setLineDash(dashes.map(length => length * unit));
      context.arc(x, y, sizeOf(things.get(id)).radius + gap * unit, 0, 2 * Math.PI);
      context.strokeStyle = colour;
      context.lineWidth = 1.7 * unit;
      context.stroke();
      context.setLineDash([]);
    }
}

function colourOf(thing) {
  const mark = marks.get(thing.kind);
  if (thing.kind !== 'cluster') return { fill: mark.fill, outline: mark.outline };
  const chosen = choice(data.colours, state.colour);
  if (!chosen.colours.length) return { fill: mark.fill, outline: mark.outline };
  const step = stepOf(thing, chosen);
  return step === undefined
    ? { fill: data.palette.no_score, outline: data.palette.muted }
    : { fill: chosen.colours[step][0], outline: chosen.colours[step][1] };
}

function stepOf(thing, chosen) {
  if (chosen.id === 'complementarity') return answer.steps ? answer.steps[thing.id] : thing.steps[chosen.id];
  const value = weighed ? low(scoreOf(thing.id, chosen.id)) : null;
  return value === null ? thing.steps[chosen.id] : chosen.breaks.filter(edge => value >= edge).length;
}

function sizeOf(thing) {
  if (thing.kind !== 'cluster') return { radius: thing.radius * Math.max(1, layout().mark), isKnown: true };
  const radius = state.size === 'none' ? data.palette.plain_size : thing.radii[state.size];
  return {
    radius: (radius === undefined ? data.palette.unknown_size : radius) * layout().mark,
    isKnown: radius !== undefined,
  };
}

// In the columns of the value chain a selected cluster has few ties to see: there the stages that it
// covers are marked instead, and nothing is faded.
const isMarkingStages = () => layout().bands.length > 0 && isCluster(state.selected);

function isFaded(id) {
  const chosen = state.selected;
  if (!chosen && spotlight && state.story) return !spotlight.has(id);
  if (!chosen || !current.shown.has(chosen) || isMarkingStages()) return false;
  return id !== chosen && !tied(chosen).has(id);
}

function painted(thing) {
  const colour = colourOf(thing);
  const size = sizeOf(thing);
  const isMember = state.members.includes(thing.id);
  const isFar = isFaded(thing.id);
  const border = isMember || isLost(thing.id) ? ringOf(thing.id) : thing.id === state.selected ? data.palette.ink : colour.outline;
  return {
    id: thing.id,
    label: thing.label || ' ',
    shape: marks.get(thing.kind).shape,
    size: size.radius,
    x: thing.at[state.view][0],
    y: thing.at[state.view][1],
    borderWidth: isMember || isLost(thing.id) ? 2.6 : thing.id === state.selected ? 2 : 0.8,
    shapeProperties: {
      borderDashes: isLost(thing.id) ? [3, 2.5] : size.isKnown || isFar || isMember ? false : [1.5, 1.5],
      interpolation: false,
    },
    color:
      isFar && !isMember
        ? { background: data.palette.faded, border: data.palette.faded_outline }
        : { background: isFar ? data.palette.faded : colour.fill, border },
  };
}

function lined([from, to, relation]) {
  const chosen = current.shown.has(state.selected) ? state.selected : null;
  const isNear = chosen && (from === chosen || to === chosen);
  const isTie = relation === 'member_of';
  const other = isNear ? things.get(from === chosen ? to : from) : null;
  const strong = other ? (other.kind === 'cluster' ? '#1f5f9f' : marks.get(other.kind).outline) : null;
  const isFar = chosen ? !isMarkingStages() : Boolean(spotlight && state.story);
  const colour = strong || (isFar ? '#eef1f5' : isTie ? data.palette.tie : data.palette.edge);
  return {
    id: JSON.stringify([from, to, relation]),
    from,
    to,
    color: colour,
    width: isNear ? 1.1 : isTie && !isFar ? 1.2 : 0.6,
  };
}

function linesOf(shown) {
  const chosen = shown.has(state.selected) ? state.selected : null;
  const found = data.edges.filter(
    ([from, to]) => shown.has(from) && shown.has(to) && (!common.has(to) || from === chosen || to === chosen),
  );
  return {
    lines: found.slice(0, data.limits.links).map(lined),
    all: data.edges.filter(([from, to]) => shown.has(from) && shown.has(to)).length,
  };
}

function replace(set, wanted) {
  const ids = new Set(wanted.map(item => item.id));
  const gone = set.getIds().filter(id => !ids.has(id));
  if (gone.length) set.remove(gone);
  set.update(wanted);
}

function paint() {
  current = scene();
  const { lines, all } = linesOf(current.shown);
  replace(edges, lines);
  replace(
    nodes,
    [...current.shown].map(id => painted(things.get(id))),
  );
  renderShown(lines.length, all);
}

function renderShown(lines, all) {
  const seen = [...current.shown].filter(isCluster).length;
  const passing = isFiltered() ? `, ${number(current.passing)} pass the filters` : '';
  const best =
    current.passing > data.limits.clusters
      ? ` Showing the ${number(data.limits.clusters)} best-fitting of ${number(current.passing)}: search or filter to bring in others.`
      : '';
  const full = current.left
    ? ` A picture holds ${number(data.limits.nodes)} things: ${number(current.left)} are left out. Show fewer kinds, or filter.`
    : '';
  const hidden =
    all > lines && data.common.length && !state.selected
      ? `; links to ${data.common.map(nameOf).join(', ')}, which most clusters share, appear on selection`
      : '';
  const centre = drawnPart?.total ? ` · ${number(drawnPart.shown)} of ${number(drawnPart.total)} around ${drawnPart.name}` : '';
  const every = drawnPart ? drawnPart.clusters : clusters.length;
  element('shown').textContent =
    `${number(seen)} of ${number(every)} clusters${passing}${centre} · ${number(current.shown.size)} of ${number(data.things.length)} items · ${number(lines)} of ${number(all)} links drawn${hidden}.${best}${full}`;
}

function frame() {
  const xs = [];
  const ys = [];
  for (const id of current.shown) {
    const [x, y] = things.get(id).at[state.view];
    const { radius } = sizeOf(things.get(id));
    xs.push(x - radius, x + radius);
    ys.push(y - radius, y + radius);
  }
  for (const band of layout().bands) {
    xs.push(band.left, band.right);
    ys.push(band.top, band.bottom);
  }
  return xs.length ? [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] : [-100, 100, -100, 100];
}

// Room around the picture, in pixels: for names at the rim, and for the headings of columns.
const rim = () => (layout().bands.length ? { side: 14, top: 48, bottom: 16 } : { side: 40, top: 16, bottom: 18 });

function fit() {
  const [left, right, top, bottom] = frame();
  const room = rim();
  const scale = Math.min(
    (host.clientWidth - 2 * room.side) / Math.max(right - left, 1),
    (host.clientHeight - room.top - room.bottom) / Math.max(bottom - top, 1),
    1.6,
  );
  const down = (room.top - room.bottom) / 2 / scale;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 - down }, scale });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

function look(id) {
  if (!current.shown.has(id)) return;
  const [x, y] = things.get(id).at[state.view];
  const at = network.canvasToDOM({ x, y });
  const isInside = at.x > 40 && at.y > 20 && at.x < host.clientWidth - 140 && at.y < host.clientHeight - 20;
  if (!isInside)
    network.moveTo({
      position: { x, y },
      animation: calm.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' },
    });
}

// Boxes by the cells of a grid that they touch, so that each is held against its neighbours only.
class Plot {
  constructor(cell) {
    this.cell = cell;
    this.boxes = new Map();
  }

  cells(box) {
    const at = value => Math.floor(value / this.cell);
    const found = [];
    for (let x = at(box.left); x <= at(box.right); x++)
      for (let y = at(box.top); y <= at(box.bottom); y++) found.push(`${x}:${y}`);
    return found;
  }

  keep(box) {
    for (const cell of this.cells(box)) this.boxes.set(cell, [...(this.boxes.get(cell) || []), box]);
  }

  met(box, own) {
    const near = this.cells(box).flatMap(cell => this.boxes.get(cell) || []);
    const meets = other =>
      other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
    return [...new Set(near)].filter(other => other !== own && meets(other));
  }
}

// Names are written at one size, however near one comes; one that would cover a mark or another
// name is left out until there is room. What is selected or pointed at comes first.
function writeNames(context) {
  const unit = 1 / network.getScale();
  const plot = new Plot(90 * unit);
  const own = markBoxes();
  for (const [id, box] of own) if (!isFaded(id)) plot.keep(box);
  for (const box of headings(context, unit)) plot.keep(box);
  const pane = paneBox();
  labelled = [];
  for (const id of byImportance()) {
    const name = meetBoxes(own.get(id), pane) && nameOn(context, plot, pane, id, own.get(id), unit);
    if (!name) continue;
    plot.keep(name);
    labelled.push(name);
    ink(context, name, unit);
  }
}

function markBoxes() {
  const boxes = [...current.shown].map(id => {
    const thing = things.get(id);
    const [x, y] = thing.at[state.view];
    const { radius } = sizeOf(thing);
    const isMark = thing.kind === 'cluster' && !state.members.includes(id);
    return [id, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, isMark }];
  });
  return new Map(boxes);
}

function paneBox() {
  const corner = network.DOMtoCanvas({ x: 2, y: 2 });
  const far = network.DOMtoCanvas({ x: host.clientWidth - 4, y: host.clientHeight - 4 });
  return { left: corner.x, right: far.x, top: corner.y, bottom: far.y };
}

const meetBoxes = (box, other) =>
  box.right > other.left && box.left < other.right && box.bottom > other.top && box.top < other.bottom;
const isWithin = (box, pane) =>
  box.left > pane.left && box.right < pane.right && box.top > pane.top && box.bottom < pane.bottom;

function byImportance() {
  const weight = id =>
    id === state.selected || id === hovered ? -2 : state.selected && tied(state.selected).has(id) ? -1 : 0;
  const ids = [...current.shown].filter(id => !isFaded(id) || id === hovered);
  return ids.sort((a, b) => weight(a) - weight(b) || place.get(a) - place.get(b));
}

// Where the name of a mark is written, or null. A loud name may cover plain marks, as few as can
// be, but no name; what is selected or pointed at is named in any case.
function nameOn(context, plot, pane, id, box, unit) {
  const thing = things.get(id);
  const isAsked = id === hovered || id === state.selected;
  const isLane = layout().lane && thing.kind === 'cluster' && id !== hovered;
  const isBold = isAsked || thing.kind !== 'cluster' || state.members.includes(id);
  const font = `${isBold ? 600 : 400} ${(isLane ? 10.5 : 11) * unit}px ${letters}`;
  context.font = font;
  const room = isLane ? layout().lane - (box.right - box.left) - 10 * unit : Infinity;
  const whole = id === hovered ? told(thing) : thing.name;
  const text = isAsked && !isLane ? cut(whole, 80) : fitting(context, thing.label, room);
  const width = context.measureText(text).width;
  const boxes = sidesFor(thing).map(side => nameBox(box, width, side, unit, isLane ? 5.2 : 7));
  const inside = boxes.filter(one => isWithin(one, pane));
  const found = isAsked
    ? inside[0] || boxes[0]
    : inside.find(one => !plot.met(one, box).length) || (place.get(id) < data.loud && leastCovering(plot, inside, box));
  return found ? { id, text, font, ...found } : null;
}

function leastCovering(plot, boxes, own) {
  const covering = boxes
    .map(box => ({ box, met: plot.met(box, own) }))
    .filter(one => one.met.length < 3 && one.met.every(other => other.isMark));
  return covering.sort((a, b) => a.met.length - b.met.length)[0]?.box;
}

function ink(context, name, unit) {
  const thing = things.get(name.id);
  const middle = (name.top + name.bottom) / 2;
  context.font = name.font;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3.2 * unit;
  context.lineJoin = 'round';
  context.strokeStyle = 'rgba(255,255,255,.92)';
  context.strokeText(name.text, name.left, middle);
  context.fillStyle =
    thing.kind !== 'cluster' ? inkOf(thing.kind) : isFaded(name.id) ? data.palette.muted : data.palette.ink;
  context.fillText(name.text, name.left, middle);
}

// What a pointer on a mark is told.
function told(thing) {
  const score = candidateOf(thing.id)?.score;
  return [
    thing.name,
    thing.country && countryName(thing.country),
    score && `complementarity ${spanned(score, value => fine.format(value))}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function fitting(context, text, room) {
  let kept = text;
  while (kept.length > 4 && context.measureText(kept).width > room)
    kept = `${kept.replace(/…$/, '').slice(0, -1).trimEnd()}…`;
  return kept;
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const inkOf = kind =>
  ({ partnership: '#8f3f00', network: '#8f3f00', region: '#465061', market: '#6b1a43' })[kind] || '#075c44';

function sidesFor(thing) {
  if (layout().lane && thing.kind === 'cluster') return ['right'];
  const first = thing.sides[state.view] || 'right';
  return [first, ...['right', 'left', 'below', 'above'].filter(side => side !== first)];
}

function nameBox(mark, width, side, unit, tall) {
  const middle = { x: (mark.left + mark.right) / 2, y: (mark.top + mark.bottom) / 2 };
  const half = tall * unit;
  if (side === 'right')
    return {
      left: mark.right + 4 * unit,
      right: mark.right + 4 * unit + width,
      top: middle.y - half,
      bottom: middle.y + half,
    };
  if (side === 'left')
    return {
      left: mark.left - 4 * unit - width,
      right: mark.left - 4 * unit,
      top: middle.y - half,
      bottom: middle.y + half,
    };
  const top = side === 'below' ? mark.bottom + unit : mark.top - unit - 2 * half;
  return { left: middle.x - width / 2, right: middle.x + width / 2, top, bottom: top + 2 * half };
}

// The columns of the value chain, under the marks; their headings keep one size. A bar at the top
// of a column says how far the selected cluster covers that stage.
function drawBands(context) {
  const covers = isMarkingStages() ? things.get(state.selected).covers : {};
  const unit = 1 / network.getScale();
  layout().bands.forEach((band, number) => {
    const width = band.right - band.left;
    context.fillStyle = number % 2 ? '#f7f9fc' : '#edf2f9';
    context.fillRect(band.left, band.top, width, band.bottom - band.top);
    if (!(band.id in covers)) return;
    context.fillStyle = '#cfdff0';
    context.fillRect(band.left, band.top - 3 * unit, width, 3 * unit);
    context.fillStyle = '#1f5f9f';
    context.fillRect(band.left, band.top - 3 * unit, width * covers[band.id], 3 * unit);
  });
}

function headings(context, unit) {
  const states = new Map((rankedNow()?.stages || []).map(stage => [stage.id, stage.state]));
  const inks = { covered: '#0a7a55', thin: '#8a5a00', gap: '#b3261e' };
  return layout().bands.map(band => {
    context.font = `600 ${11 * unit}px ${letters}`;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    const lines = wrapped(context, band.label, band.right - band.left - 6 * unit);
    const top = band.top - (lines.length * 13 + 8) * unit;
    context.fillStyle = data.palette.ink;
    lines.forEach((line, row) => context.fillText(line, band.left + 2 * unit, top + (row * 13 + 10) * unit));
    context.font = `${10.5 * unit}px ${letters}`;
    context.fillStyle = inks[states.get(band.id)] || data.palette.muted;
    const state = states.get(band.id) ? `${states.get(band.id)} · ` : '';
    context.fillText(`${state}${band.clusters}`, band.left + 5 * unit, band.top + 14 * unit);
    return { left: band.left, right: band.right, top: top - 2 * unit, bottom: band.top + 18 * unit };
  });
}

function wrapped(context, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (context.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.slice(0, 3).map((line, row) => (row === 2 && lines.length > 3 ? `${line}…` : line));
}

network.on('beforeDrawing', drawBands);
network.on('afterDrawing', drawRings);
network.on('afterDrawing', writeNames);
network.on('click', event => {
  const id = event.nodes[0];
  if (id) select(id);
  else if (state.selected) select(null);
});
network.on('doubleClick', event => {
  if (event.nodes[0]) look(event.nodes[0]);
});
network.on('hoverNode', event => {
  hovered = event.node;
  host.style.cursor = 'pointer';
  network.redraw();
});
network.on('blurNode', () => {
  hovered = null;
  host.style.cursor = '';
  network.redraw();
});

// Move to another layout: marks travel there, unless the reader prefers them not to.
function travel() {
  const from = network.getPositions();
  paint();
  fit();
  if (calm.matches || nodes.length > 500) return;
  const to = new Map([...current.shown].filter(id => from[id]).map(id => [id, things.get(id).at[state.view]]));
  const began = performance.now();
  const step = now => {
    const share = Math.min(1, (now - began) / 450);
    const eased = share * share * (3 - 2 * share);
    nodes.update(
      [...to].map(([id, [x, y]]) => ({
        id,
        x: from[id].x + (x - from[id].x) * eased,
        y: from[id].y + (y - from[id].y) * eased,
      })),
    );
    if (share < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

// ---- 8. legend and filters ------------------------------------------------------------------------

function renderLegend() {
  show(
    element('kinds'),
    data.marks.map(mark =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            'data-kind': mark.id,
            'aria-pressed': String(state.kinds.has(mark.id)),
            onclick: () => toggleKind(mark.id),
          },
          glyph(mark.id),
          h('span', {}, mark.label),
          h('span', { class: 'count' }, number(mark.count)),
        ),
      ),
    ),
  );
  const choose = (host, list, chosen, name) =>
    show(
      host,
      list.map(one => h('option', { value: one.id, selected: one.id === chosen }, one.label)),
    );
  choose(element('colour'), data.colours, state.colour);
  choose(element('size'), data.sizes, state.size);
  renderRamp();
  renderScale();
}

function renderRamp() {
  const chosen = choice(data.colours, state.colour);
  const key = h(
    'div',
    { class: 'key' },
    h('span', {}, h('i', { class: 'dotted ringed' }), 'in the alliance'),
    chosen.colours.length ? h('span', {}, h('i', { class: 'dotted' }), 'no score') : null,
    changesKey().map(([ring, label]) => h('span', {}, h('i', { class: `dotted ${ring}` }), label)),
  );
  if (!chosen.colours.length) return show(element('ramp'), key);
  const ends = [chosen.least, ...chosen.breaks, chosen.most].map(value => fine.format(value));
  return show(
    element('ramp'),
    h(
      'div',
      { class: 'steps' },
      chosen.colours.map(([fill]) => h('i', { style: { background: fill } })),
    ),
    h(
      'div',
      { class: 'ends' },
      ends.map(text => h('span', {}, text)),
    ),
    h('p', { class: 'muted', title: 'A range is coloured by its low end' }, `${chosen.unit}, low end`),
    key,
  );
}

// What the rings around marks mean, as far as there are any.
function changesKey() {
  const rings = ringsNow();
  return [
    ['ringed added', 'added', state.members.some(id => !start.members.includes(id))],
    ['ringed lost', 'removed', start.members.some(isLost)],
    ['bridging', 'bridge to further partnerships', [...rings.bridge].some(id => current.shown.has(id))],
    ['nearer', 'reached now', rings.more.size > 0],
    ['farther', 'reached no more', rings.fewer.size > 0],
  ].filter(([, , isThere]) => isThere);
}

function renderScale() {
  const chosen = choice(data.sizes, state.size);
  const samples = chosen.samples.map(([value, radius]) =>
    h('span', {}, h('i', { style: { width: `${radius * 2}px`, height: `${radius * 2}px` } }), number(value)),
  );
  const unknown = chosen.samples.length && clusters.some(cluster => cluster.radii[chosen.id] === undefined);
  show(element('scale'), samples, unknown && h('span', {}, h('i', { class: 'dotted dashed' }), 'unknown'));
}

function toggleKind(kind) {
  state.kinds.has(kind) ? state.kinds.delete(kind) : state.kinds.add(kind);
  changed('legend');
}

function toggleFilter(name, value) {
  const chosen = state.filters[name];
  chosen.has(value) ? chosen.delete(value) : chosen.add(value);
  changed('filters');
}

const FACET_TITLES = {
  country: 'Country',
  stage: 'Covers the stage',
  region: 'Region',
  partnership: 'Member of',
  market: 'Goes for the market',
};
const facetTitle = name => FACET_TITLES[name] || marks.get(name)?.label || name;
const unfolded = new Set(['country']);

function renderFacets() {
  const counts = liveCounts();
  const focused = document.activeElement?.dataset?.focus;
  const scrolls = new Map([...element('facets').querySelectorAll('.values')].map(box => [box.id, box.scrollTop]));
  const passing = clusters.filter(cluster => !failing(cluster).length).length;
  show(
    element('facets'),
    h(
      'h2',
      { class: 'filters' },
      'Filters',
      h(
        'span',
        { class: 'clear' },
        `${number(passing)} of ${number(clusters.length)}${drawnPart ? ' drawn' : ''} `,
        isFiltered() && h('button', { class: 'textual', type: 'button', id: 'unfilter', onclick: unfilter }, 'clear all'),
      ),
    ),
    [...RANGES.keys()].map(name => fold(name, RANGES.get(name).label, () => renderRange(name, counts[name]))),
    FACETS.map(name => fold(name, facetTitle(name), () => renderFacet(name, counts[name]))),
  );
  for (const box of element('facets').querySelectorAll('.values')) box.scrollTop = scrolls.get(box.id) || 0;
  if (focused) element('facets').querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
}

function unfilter() {
  for (const name of FACETS) state.filters[name].clear();
  state.ranges = {};
  changed('filters');
}

// A group of filters: folded, with what is chosen said in its line.
function fold(name, title, content) {
  const chosen = RANGES.has(name) ? (state.ranges[name] ? 1 : 0) : state.filters[name].size;
  const isOpen = unfolded.has(name);
  const toggle = () => {
    isOpen ? unfolded.delete(name) : unfolded.add(name);
    renderFacets();
  };
  const clear = () => {
    RANGES.has(name) ? delete state.ranges[name] : state.filters[name].clear();
    changed('filters');
  };
  return h(
    'div',
    { class: 'facet', 'data-group': name },
    h(
      'div',
      { class: 'line' },
      h(
        'button',
        {
          class: 'fold named',
          type: 'button',
          'data-fold': name,
          'data-focus': `fold ${name}`,
          'aria-expanded': String(isOpen),
          onclick: toggle,
        },
        h('span', { class: chosen ? 'chosen' : '' }, title),
      ),
      chosen > 0 &&
        h(
          'button',
          { class: 'textual clear', type: 'button', 'aria-label': `Clear the filter ${title}`, onclick: clear },
          RANGES.has(name) ? 'clear' : `clear ${chosen}`,
        ),
    ),
    isOpen && content(),
  );
}

function renderFacet(name, counts) {
  const chosen = state.filters[name];
  const values = [...facetValues(name)];
  return h(
    'div',
    { class: 'values', id: `values-${name}`, role: 'group', 'aria-label': facetTitle(name) },
    values.map(value => {
      const count = counts.get(value.id) || 0;
      return h(
        'button',
        {
          class: `value ${count ? '' : 'zero'}`,
          type: 'button',
          'data-facet': name,
          'data-value': value.id,
          'data-focus': `${name} ${value.id}`,
          'aria-pressed': String(chosen.has(value.id)),
          title: value.label,
          onclick: () => toggleFilter(name, value.id),
        },
        h('i', { class: 'box' }),
        h('span', { class: 'name' }, value.label),
        h('span', { class: 'count' }, number(count)),
      );
    }),
  );
}

// A histogram of what a score is at least, with two handles; what has no score is left out by them.
function renderRange(name, counts) {
  const { edges, label } = RANGES.get(name);
  const bars = edges.slice(1).map((edge, at) => counts.get(at) || 0);
  const most = Math.max(1, ...bars);
  const all = Object.fromEntries(bars.map((count, at) => [at, 0]));
  for (const cluster of clusters) if (barOf(cluster, name) >= 0) all[barOf(cluster, name)] += 1;
  const top = Math.max(most, ...Object.values(all));
  const [from, to] = (state.ranges[name] || [edges[0], edges.at(-1)]).map(edge => edges.indexOf(edge));
  const write = value => (RANGES.get(name).id === 'fit' || name === 'coverage' ? percent(value) : fine.format(value));
  const says = h('span', {}, `${write(edges[from])} to ${write(edges[to])}`);
  const without = counts.get(-1) || 0;
  const handles = ['from', 'to'].map(end =>
    h('input', {
      type: 'range',
      min: 0,
      max: edges.length - 1,
      step: 1,
      value: end === 'from' ? from : to,
      'data-range': name,
      'data-end': end,
      'data-focus': `${name} ${end}`,
      'aria-label': `${label}, ${end === 'from' ? 'at least' : 'at most'}`,
      'aria-valuetext': write(edges[end === 'from' ? from : to]),
      oninput: () => slide(false),
      onchange: () => slide(true),
    }),
  );
  function slide(isDone) {
    const ends = handles.map(handle => Number(handle.value));
    const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
    says.textContent = `${write(edges[lowest])} to ${write(edges[highest])}`;
    drawing.querySelectorAll('.column').forEach((column, at) =>
      column.classList.toggle('out', at < lowest || at >= highest),
    );
    if (!isDone) return;
    const isAll = lowest === highest || (lowest === 0 && highest === edges.length - 1);
    if (isAll) delete state.ranges[name];
    else state.ranges[name] = [edges[lowest], edges[highest]];
    changed('filters');
  }
  const drawing = h(
    'div',
    { class: 'bars', 'aria-hidden': 'true' },
    bars.map((count, at) =>
      h(
        'span',
        { class: `column ${at < from || at >= to ? 'out' : ''}`, title: `${write(edges[at])} to ${write(edges[at + 1])}: ${number(count)} of ${number(all[at])}` },
        h('i', { class: 'all', style: { '--share': all[at] / top } }),
        h('i', { style: { '--share': count / top } }),
      ),
    ),
  );
  return h(
    'div',
    { class: 'range' },
    drawing,
    h('div', { class: 'handles' }, handles),
    h('div', { class: 'ends' }, says, without > 0 && h('span', {}, `${number(without)} without a score`)),
  );
}

// ---- 9. search -------------------------------------------------------------------------------------

const field = element('search');
const list = element('hits');
let hits = [];
let chosenHit = -1;

function find(text) {
  const words = folded(text).split(' ').filter(Boolean);
  if (!words.length) return [];
  const rank = thing =>
    (thing.kind === 'cluster' ? 0 : 2) + (thing.folded.split(' | ').some(name => name.startsWith(words[0])) ? 0 : 1);
  return data.things
    .filter(thing => words.every(word => thing.folded.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || place.get(a.id) - place.get(b.id))
    .slice(0, 12);
}

// A large project is searched by the server, once the typing pauses; late answers are dropped.
let seeking = 0;
let pause = 0;
function seek() {
  if (!isSearched) return renderHits();
  clearTimeout(pause);
  pause = setTimeout(askHits, field.value.trim() ? 120 : 0);
}
async function askHits() {
  const mine = ++seeking;
  if (!field.value.trim()) return renderHits([]);
  try {
    const found = await fetched('search', { q: field.value });
    if (mine === seeking && document.activeElement === field) renderHits(found.hits, found.total);
  } catch (error) {
    say(error.message);
  }
}

function renderHits(found = find(field.value), total = found.length) {
  hits = found;
  chosenHit = hits.length ? 0 : -1;
  const isOpen = Boolean(field.value.trim());
  list.hidden = !isOpen;
  field.setAttribute('aria-expanded', String(isOpen));
  show(
    list,
    hits.map((thing, number) =>
      h(
        'li',
        {
          id: `hit-${number}`,
          role: 'option',
          onmousedown: event => {
            event.preventDefault();
            pick(number);
          },
        },
        glyph(thing.kind),
        h('span', { class: 'name' }, thing.name),
        h(
          'span',
          { class: 'kind' },
          kindInWords(thing),
        ),
      ),
    ),
    total > hits.length &&
      h('li', { class: 'none' }, h('span'), h('span', {}, `The first ${number(hits.length)} of ${number(total)}: another word narrows them`)),
    isOpen && !hits.length && h('li', { class: 'none' }, h('span'), h('span', {}, 'Nothing has this name')),
  );
  pointAt(chosenHit);
  if (isOpen) say(hits.length ? `${plural(total, 'name')} found` : 'Nothing has this name');
}

function kindInWords(thing) {
  if (thing.kind === 'cluster' && thing.country) return countryName(thing.country);
  return marks.get(thing.kind)?.label || data.words.kinds[thing.kind] || thing.kind.replaceAll('_', ' ');
}

function pointAt(number) {
  chosenHit = number;
  [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === number)));
  if (number >= 0 && hits.length) {
    field.setAttribute('aria-activedescendant', `hit-${number}`);
    list.children[number]?.scrollIntoView({ block: 'nearest' });
  } else field.removeAttribute('aria-activedescendant');
}

function pick(number) {
  const thing = hits[number];
  if (!thing) return;
  closeHits();
  if (isSearched) return drawAround(thing.id);
  state.added.add(thing.id);
  if (thing.kind !== 'cluster') state.kinds.add(thing.kind);
  renderLegend();
  select(thing.id, { look: true });
  element('detail').focus();
}

function closeHits() {
  field.value = '';
  list.hidden = true;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

field.addEventListener('input', seek);
field.addEventListener('blur', () => {
  list.hidden = true;
  field.setAttribute('aria-expanded', 'false');
});
field.addEventListener('focus', () => {
  if (field.value.trim()) seek();
});
field.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (hits.length) pointAt((chosenHit + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    pick(chosenHit);
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    closeHits();
    field.blur();
  }
});

// ---- 10. the alliance --------------------------------------------------------------------------------

function join(id) {
  if (!state.members.includes(id)) changeMembers([...state.members, id], `${nameOf(id)} added to the alliance`);
}

function leave(id) {
  if (state.members.includes(id))
    changeMembers(
      state.members.filter(member => member !== id),
      `${nameOf(id)} removed from the alliance`,
    );
}

function changeMembers(members, message) {
  state.members = members;
  state.sort = null;
  say(message);
  changed('members');
}

const SETS = [
  ['clusters', 'Clusters'],
  ['regions', 'Regions'],
  ['countries', 'Countries'],
  ['eu_member_states', 'Member States'],
  ['markets', 'Markets'],
];
const UNITS = [
  ['companies', 'Companies'],
  ['smes', 'SMEs'],
  ['research_bodies', 'Research bodies'],
  ['large_companies', 'Large companies'],
  ['members', 'Members'],
  ['researchers', 'Researchers'],
  ['jobs', 'Jobs'],
];

function delta(part, name) {
  const change = answer.change && answer.change[part] && answer.change[part][name];
  if (!change || !('more' in change)) return null;
  const parts = [
    change.more.length && h('span', { class: 'more' }, `+${change.more.length}`),
    change.fewer.length && h('span', { class: 'fewer' }, `−${change.fewer.length}`),
  ].filter(Boolean);
  return parts.length ? h('span', { class: 'delta' }, parts.length > 1 ? [parts[0], ' ', parts[1]] : parts) : null;
}

function renderAlliance() {
  const members = state.members;
  const gone = start.members.filter(id => !members.includes(id));
  const title =
    start.alliance && isStart()
      ? nameOf(start.alliance)
      : start.alliance
        ? `${nameOf(start.alliance)}, changed`
        : 'Alliance';
  show(
    element('basket'),
    h('span', { class: 'what' }, title),
    members.map(id =>
      h(
        'span',
        { class: `chip member ${start.members.includes(id) ? '' : 'new'}`, 'data-member': id },
        h('span', {}, link(id)),
        h(
          'button',
          {
            class: 'x',
            type: 'button',
            'aria-label': `Remove ${nameOf(id)} from the alliance`,
            title: 'Remove from the alliance',
            onclick: () => leave(id),
          },
          '×',
        ),
      ),
    ),
    gone.map(id =>
      h(
        'span',
        { class: 'chip gone' },
        h('span', {}, nameOf(id)),
        h(
          'button',
          {
            class: 'x',
            type: 'button',
            'aria-label': `Put ${nameOf(id)} back`,
            title: 'Put back',
            onclick: () => join(id),
          },
          '+',
        ),
      ),
    ),
    !isStart() &&
      h(
        'button',
        {
          class: 'textual',
          type: 'button',
          id: 'reset',
          onclick: () => changeMembers([...start.members], 'The alliance is as at the start'),
        },
        'Reset',
      ),
  );
  const reach = answer.reach;
  if (!reach)
    return show(
      element('counters'),
      h(
        'span',
        { class: 'muted' },
        members.length
          ? 'No answer for this alliance: see Reach'
          : 'Nobody is in the alliance: add a cluster from its details',
      ),
    );
  const sets = SETS.map(([name, label]) =>
    counter(label, number(reach.total[name].length), delta('total', name), name, number(reach.hops[0][name].length)),
  );
  const units = UNITS.slice(0, 3).map(([name, label]) =>
    counter(label, shortSpan(reach.total.counts[name]), null, name, spanned(reach.hops[0].counts[name])),
  );
  return show(element('counters'), sets, units);
}

const counter = (label, value, change, name, direct) =>
  h(
    'div',
    { class: 'counter', 'data-counter': name, title: `With access points; the members themselves: ${direct}` },
    h('b', { class: value === 'unknown' ? 'unknown' : '' }, value, change && ' ', change),
    h('span', {}, label),
  );

// ---- 11. tables -----------------------------------------------------------------------------------------

const TITLES = {
  candidates: 'Candidates',
  sets: 'Best sets',
  reach: 'Reach',
  evaluation: 'Evaluation',
  compare: 'Compare',
  chain: 'Value chain',
  list: 'List',
  conflicts: 'Conflicts',
  sources: 'Sources',
};

function renderTabs() {
  const documents = data.documents;
  const counts = {
    candidates: rankedNow()?.candidates.length,
    evaluation: documents.evaluate?.candidates.length,
    compare: state.compared.length || undefined,
    // Those of a part say nothing of how many there are.
    conflicts: drawnPart ? undefined : documents.conflicts && documents.conflicts.conflicts.length,
    sources: documents.sources?.sources.length,
  };
  show(
    element('tabs'),
    TABS.map(name =>
      h(
        'button',
        {
          role: 'tab',
          type: 'button',
          id: `tab-${name}`,
          'aria-selected': String(name === state.tab),
          'aria-controls': 'body',
          tabindex: name === state.tab ? 0 : -1,
          onclick: () => openTab(name),
        },
        TITLES[name],
        counts[name] !== undefined && h('span', { class: 'n' }, number(counts[name])),
      ),
    ),
  );
  element('body').setAttribute('aria-labelledby', `tab-${state.tab}`);
}

function openTab(name) {
  state.tab = name;
  state.sort = null;
  state.more = 1;
  remember();
  renderTabs();
  renderTab();
  element('body').scrollTop = 0;
}

element('tabs').addEventListener('keydown', event => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  openTab(TABS[(TABS.indexOf(state.tab) + step + TABS.length) % TABS.length]);
  element(`tab-${state.tab}`).focus();
});

const TABLES = {
  candidates: candidatesTable,
  sets: () => h('div', { id: 'sets' }, missing('The sets are being searched …')),
  reach: reachPanel,
  evaluation: evaluationPanel,
  compare: comparePanel,
  chain: chainTable,
  list: listTable,
  conflicts: conflictsList,
  sources: sourcesTable,
};

function renderTab() {
  show(element('body'), TABLES[state.tab]());
  makeRoom();
  if (state.tab === 'sources') renderStatements();
  if (state.tab === 'evaluation' && FIGURES.has(state.figure)) renderFigure();
  if (state.tab === 'evaluation' && state.figure === 'weights') renderRanking();
  if (state.tab === 'sets') renderSets();
  if (state.tab === 'reach') renderGains();
}

const missing = what => h('p', { class: 'lead' }, what);
const ofThePart = () =>
  drawnPart && h('p', { class: 'note' }, `Told of the ${plural(clusters.filter(one => one.at[state.view]).length, 'cluster')} that the picture holds, not of all ${number(drawnPart.clusters)}.`);
const partial = () =>
  isStart() || data.is_served
    ? null
    : h(
        'p',
        { class: 'note' },
        'This file ranks candidates for the alliance it opened with only. The served explorer ranks them anew: hanse explore.',
      );

const COMPONENTS = [
  ['gap', 'Gap', 'Part of the chain gain: brings providers to stages that nobody covers in full'],
  ['thin', 'Thin', 'Part of the chain gain: a further provider where one is too few'],
  ['hand_over', 'Hand', 'Neighbouring stages that work can be handed between'],
  ['region', 'Region', 'Brings a new country or region'],
  ['market', 'Market', 'Covers target markets'],
  ['access', 'Access', 'Opens partnerships not reached so far'],
  ['redundancy', 'Same', 'What is there already; taken off the score'],
];

function sorted(rows, columns) {
  if (!state.sort) return rows;
  const read = columns[state.sort.by];
  const factor = state.sort.falling ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [read(a), read(b)];
    if (x === null || y === null) return (x === null) - (y === null);
    return factor * (typeof x === 'string' ? x.localeCompare(y) : x - y);
  });
}

// What sorts from A to Z at first; numbers sort from the highest.
const WORDS = new Set(['name', 'country', 'kind', 'order']);

function heading(label, by, properties = {}) {
  const isBy = state.sort?.by === by;
  const press = () => {
    state.sort =
      isBy && state.sort.falling === !WORDS.has(by)
        ? { by, falling: !state.sort.falling }
        : { by, falling: !WORDS.has(by) };
    if (by === 'order') state.sort = null;
    renderTab();
    element('body').querySelector(`[data-sort="${by}"]`)?.focus();
  };
  return h(
    'th',
    { scope: 'col', ...properties, 'aria-sort': isBy ? (state.sort.falling ? 'descending' : 'ascending') : null },
    h('button', { type: 'button', 'data-sort': by, onclick: press }, label),
  );
}

const low = interval => (interval ? interval.low : null);

function candidatesTable() {
  const answered = rankedNow();
  if (!answered)
    return missing('The project names no alliance and no value chain of its own, so nobody has been ranked.');
  const passing = new Set(clusters.filter(cluster => !failing(cluster).length).map(cluster => cluster.id));
  const columns = {
    order: () => 0,
    name: one => one.name,
    country: one => one.country || '',
    score: one => low(one.score),
    ...Object.fromEntries(COMPONENTS.map(([name]) => [name, one => low(one.components[name])])),
  };
  const rows = sorted(
    answered.candidates.filter(one => passing.has(one.id)),
    columns,
  );
  const most = 200 * state.more;
  return [
    partial(),
    h(
      'p',
      { class: 'lead' },
      `${number(rows.length)} of ${number(drawnPart ? answered.totals.candidates : answered.candidates.length)} ranked along “${start.chain}”. A solid bar is sure, the hatched part is possible: what is unknown makes the range.`,
    ),
    h(
      'table',
      { class: 'candidates fixed' },
      columnsOf(['fold', 'rank', '', 'cc', 'score', ...COMPONENTS.map(() => 'mini'), 'button']),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {}, h('span', { class: 'live' }, 'Reasons')),
          heading('Rank', 'order'),
          heading('Cluster', 'name'),
          heading('Country', 'country'),
          heading('Score', 'score', { title: 'Complementarity, a share of 1' }),
          COMPONENTS.map(([name, label, title]) => heading(label, name, { title })),
          h('th', {}, h('span', { class: 'live' }, 'Alliance')),
        ),
      ),
      h('tbody', {}, rows.slice(0, most).flatMap(candidateRow)),
    ),
    moreRows(rows.length, most),
    apart(
      'Off the chain',
      answered.off_chain,
      'Their categories touch no stage of this chain, so they are not ranked.',
    ),
    apart(
      'Uncategorised',
      answered.uncategorised,
      'Nobody states their categories, which says nothing about what they can do.',
    ),
  ];
}

const columnsOf = widths =>
  h(
    'colgroup',
    {},
    widths.map(width => h('col', { class: width && `w-${width}` })),
  );

function candidateRow(one) {
  const reasons = h('tr', { hidden: true }, h('td'), h('td', { colspan: 11 }, reasonList(one)));
  const unfold = h('button', {
    class: 'fold',
    type: 'button',
    'aria-expanded': 'false',
    'aria-label': `Reasons for ${one.name}`,
    onclick: event => {
      event.stopPropagation();
      reasons.hidden = !reasons.hidden;
      unfold.setAttribute('aria-expanded', String(!reasons.hidden));
    },
  });
  const row = h(
    'tr',
    {
      class: `row ${one.id === state.selected ? 'selected' : ''}`,
      'data-id': one.id,
      onclick: () => select(one.id, { look: true }),
    },
    h('td', {}, unfold),
    h('td', { class: 'nowrap' }, ranked(one.rank)),
    h('td', { class: 'name' }, h('button', { class: 'cluster', type: 'button', title: one.name }, one.name)),
    h('td', { class: 'cc', title: one.country ? countryName(one.country) : 'unknown' }, one.country || 'unknown'),
    h(
      'td',
      {},
      bar(one.score, value => fine.format(value)),
    ),
    COMPONENTS.map(([name, label]) =>
      h(
        'td',
        {
          class: `mini ${name === 'redundancy' ? 'off' : ''}`,
          title: `${label}: ${spanned(one.components[name], value => fine.format(value))}`,
        },
        meter(one.components[name]),
      ),
    ),
    h('td', {}, addRemove(one.id)),
  );
  return [row, reasons];
}

function addRemove(id) {
  const isIn = state.members.includes(id);
  return h(
    'button',
    {
      class: `addremove ${isIn ? 'in' : ''}`,
      type: 'button',
      'aria-label': `${isIn ? 'Remove' : 'Add'} ${nameOf(id)} ${isIn ? 'from' : 'to'} the alliance`,
      title: isIn ? 'Remove from the alliance' : 'Add to the alliance',
      onclick: event => {
        event.stopPropagation();
        isIn ? leave(id) : join(id);
      },
    },
    isIn ? '−' : '+',
  );
}

// The first reasons, and what the place in the chain rests on; the rest on request.
function reasonsInBrief(one) {
  const evidence = one.reasons.filter(reason => reason.component === 'evidence');
  const others = one.reasons.filter(reason => reason.component !== 'evidence');
  const rest = others.slice(4);
  return [
    reasonList({ reasons: [...others.slice(0, 4), ...evidence] }),
    rest.length > 0 &&
      h('details', {}, h('summary', {}, `${plural(rest.length, 'more reason')}`), reasonList({ reasons: rest })),
  ];
}

const reasonList = one =>
  h(
    'ul',
    { class: 'reasons' },
    one.reasons.map(reason =>
      h(
        'li',
        { class: reason.component === 'evidence' ? 'evidence' : '' },
        reason.text,
        ' ',
        (reason.sources || [reason.source]).slice(0, 3).map(source => [cite(source), ' ']),
      ),
    ),
  );

// The best sets of partners, and those nearly as good: whole teams, not one candidate after another.
async function renderSets() {
  const host = element('sets');
  if (!host) return;
  if (!start.chain || !state.members.length) return show(host, missing('Without an alliance and a value chain there is no set to search.'));
  if (drawnPart) return show(host, h('p', { class: 'note' }, 'The best sets of partners are not told of so large a project. Ask for candidates, which are told of all clusters.'));
  const mine = key(state.members);
  const found = data.is_served
    ? await held('compose', { members: state.members.join(',') })
    : isStart() && data.compose
      ? data.compose
      : { fault: 'This file knows the sets of the alliance it opened with only; the served explorer searches them anew.' };
  if (!host.isConnected || mine !== key(state.members)) return;
  if (found.fault) return show(host, h('p', { class: 'note' }, found.fault));
  const parts = Object.entries(found.objective).filter(([, weight]) => weight > 0);
  const often = Object.entries(found.appearances).sort((a, b) => b[1] - a[1]).slice(0, 8);
  const proof = { optimal: 'Nothing better exists: the first is proved best.', feasible: 'Good, but not proved best.', infeasible: 'No set passes the rules.' };
  return show(
    host,
    h(
      'p',
      { class: 'lead' },
      `Sets of partners that together complete the alliance best. ${proof[found.status]} The value is ${parts.map(([name, weight]) => `${percent(weight)} ${name}`).join(', ')}; a hatched part is what nobody states.`,
    ),
    often.length > 0 &&
      h('p', { class: 'links' }, h('span', { class: 'muted' }, `In the ${number(found.sets.length)} best:`), often.map(([id, count]) => h('span', { class: 'chip' }, link(id), h('span', { class: 'times' }, `${number(count)}×`)))),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['', 'Partners', 'Value'].map(label => h('th', { scope: 'col' }, label)),
          parts.map(([name]) => h('th', { scope: 'col' }, name[0].toUpperCase() + name.slice(1))),
          h('th', {}, h('span', { class: 'live' }, 'Alliance')),
        ),
      ),
      h('tbody', {}, found.sets.map((one, at) => setRow(one, at, parts))),
    ),
  );
}

function setRow(one, at, parts) {
  const take = () => changeMembers([...new Set([...state.members, ...one.members])], `${one.members.map(nameOf).join(', ')} added to the alliance`);
  return h(
    'tr',
    {},
    h('td', { class: 'muted' }, number(at + 1)),
    h('td', {}, one.members.map((id, place) => [place ? ', ' : '', h('span', { class: 'nowrap' }, link(id))])),
    h('td', { class: 'w-wide' }, bar(one.value, value => fine.format(value))),
    parts.map(([name]) => h('td', { class: 'mini', title: spanned(one.components[name], value => fine.format(value)) }, meter(one.components[name]))),
    h('td', {}, h('button', { class: 'textual', type: 'button', 'aria-label': `Add ${one.members.map(nameOf).join(', ')} to the alliance`, onclick: take }, 'Take')),
  );
}

function apart(title, ids, why) {
  const passing = ids.filter(id => things.has(id) && !failing(things.get(id)).length);
  return ids.length
    ? h(
        'section',
        { class: 'apart' },
        h('h3', {}, `${title} · ${passing.length} of ${ids.length}`),
        h('p', {}, why),
        h(
          'div',
          { class: 'links' },
          passing.map(id => h('span', { class: 'chip' }, link(id))),
        ),
      )
    : null;
}

function reachPanel() {
  const reach = answer.reach;
  if (!reach) return unanswered();
  const isMore = reach.hops.length > 1;
  const direct = reach.hops[0];
  const unknown = UNITS.filter(([name]) => isUnknown(direct.counts[name]) && isUnknown(reach.total.counts[name]));
  const known = UNITS.filter(unit => !unknown.includes(unit));
  return [
    h(
      'p',
      { class: 'lead' },
      isMore
        ? 'Large: what the members reach themselves. Below it: together with the partnerships that open through an access point. Each cluster counts once.'
        : 'What the members reach themselves; no member opens a further partnership. Each cluster counts once.',
    ),
    h(
      'div',
      { class: 'cards' },
      SETS.map(([name, label]) =>
        h(
          'div',
          { class: 'card', 'data-card': name },
          h('h4', {}, label),
          h('div', { class: 'value' }, number(direct[name].length), ' ', delta('direct', name)),
          isMore &&
            h('div', { class: 'via' }, `${number(reach.total[name].length)} with access `, delta('total', name)),
        ),
      ),
      known.map(([name, label]) =>
        h(
          'div',
          { class: 'card', 'data-card': name, title: direct.counts[name].rule },
          h('h4', {}, label),
          figure(direct.counts[name]),
          isMore && h('div', { class: 'via' }, `${shortSpan(reach.total.counts[name])} with access`),
          was(name),
        ),
      ),
    ),
    unknown.length > 0 &&
      h('p', { class: 'lead' }, `Unknown, for no source bounds it: ${unknown.map(([, label]) => label).join(', ')}.`),
    changeBlock(),
    h('div', { class: 'two' }, h('div', {}, hopsBlock(reach), marginalBlock(reach)), h('section', { class: 'block', id: 'gains' })),
    timelineBlock(),
    agreementsBlock(reach),
    rulesBlock(reach),
  ];
}

const isUnknown = interval => interval.low === null && interval.high === null;
const figure = count =>
  h('div', { class: `value ${isUnknown(count) ? 'words' : ''}` }, isUnknown(count) ? 'unknown' : shortSpan(count));

function was(name) {
  const change = answer.change?.total.counts[name];
  return change && spanned(change.before) !== spanned(change.after)
    ? h('div', { class: 'via' }, `start: ${shortSpan(change.before)}`)
    : null;
}

function changeBlock() {
  if (!answer.change) return null;
  const rows = SETS.map(([name, label]) => [
    label,
    ...['more', 'fewer'].map(part => answer.change.total[name][part].map(id => wordFor(name, id))),
  ]).filter(([, more, fewer]) => more.length + fewer.length);
  const line = ([label, more, fewer]) =>
    h(
      'li',
      {},
      h('span', { class: 'muted' }, `${label}: `),
      more.length > 0 && h('span', { class: 'more' }, `+ ${more.join(', ')}`),
      more.length > 0 && fewer.length > 0 && '; ',
      fewer.length > 0 && h('span', { class: 'fewer' }, `− ${fewer.join(', ')}`),
    );
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, 'Against the start, with access points'),
    rows.length
      ? h('ul', { class: 'plain' }, rows.map(line))
      : h('p', { class: 'muted' }, 'No cluster, region, country or market more or fewer.'),
  );
}

const wordFor = (name, id) => (name === 'countries' || name === 'eu_member_states' ? countryName(id) : nameOf(id));

function unanswered() {
  if (answer.fault) return h('p', { class: 'note' }, `No answer: ${answer.fault}`);
  if (!state.members.length)
    return h('p', { class: 'note' }, 'An alliance of nobody reaches nobody. Add a cluster, or reset the alliance.');
  return h(
    'p',
    { class: 'note' },
    'This file holds the reach of alliances that are one cluster away from the start, and this one is further away. Reset the alliance, take one change back, or ask the served explorer: ',
    h('code', {}, `hanse reach --members ${state.members.join(',')}`),
    '.',
  );
}

function hopsBlock(reach) {
  const row = hop =>
    h(
      'tr',
      {},
      h(
        'td',
        {},
        hop.hop === 0
          ? 'Members'
          : [
              h('span', {}, 'through '),
              link(hop.via[0]),
              h('div', { class: 'muted' }, hop.via.slice(1).map(nameOf).join(', ')),
            ],
      ),
      h(
        'td',
        {},
        hop.clusters.map((id, at) => [at ? ', ' : '', link(id)]),
      ),
      h('td', { class: 'num' }, number(hop.regions.length)),
      h('td', { class: 'num' }, number(hop.countries.length)),
      h('td', { class: 'num', title: hop.markets.map(nameOf).join(', ') }, number(hop.markets.length)),
    );
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, 'By hop'),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['', 'Clusters'].map(label => h('th', {}, label)),
          ['Regions', 'Countries', 'Markets'].map(label => h('th', { class: 'num' }, label)),
        ),
      ),
      h('tbody', {}, reach.hops.map(row)),
    ),
  );
}

function marginalBlock(reach) {
  const listed = one =>
    [...one.countries.map(countryName), ...one.regions.map(nameOf), ...one.markets.map(nameOf)].join(', ') ||
    'nothing that the others lack';
  const rows = reach.marginal.filter(one => reach.alliance.includes(one.id));
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, 'Lost without this member'),
    h(
      'table',
      {},
      h(
        'tbody',
        {},
        rows.map(one =>
          h(
            'tr',
            {},
            h('td', {}, link(one.id)),
            h(
              'td',
              {},
              cut(listed(one), 160),
              one.clusters.length > 1 && h('span', { class: 'muted' }, ` · ${one.clusters.length} clusters`),
            ),
          ),
        ),
      ),
    ),
  );
}

// What each of the best candidates would add; the file knows it of the start only.
async function renderGains() {
  const host = element('gains');
  if (!host) return;
  const mine = key(state.members);
  const found = data.is_served
    ? await held('gains', { members: state.members.join(',') })
    : isStart()
      ? data.gains
      : { gains: [], fault: 'This file knows what a candidate adds to the alliance it opened with only.' };
  if (!host.isConnected || mine !== key(state.members)) return;
  const plus = (count, word, words) => (count ? `+${plural(count, word, words)}` : '');
  const gained = one =>
    [
      plus(one.clusters.length, 'cluster'),
      plus(one.regions.length, 'region'),
      plus(one.countries.length, 'country', 'countries'),
      plus(one.markets.length, 'market'),
    ].filter(Boolean).join(', ') || 'nothing that is missing';
  const named = one => [...one.countries.map(countryName), ...one.regions.map(nameOf), ...one.markets.map(nameOf)].join(', ');
  show(
    host,
    h('h3', {}, 'Largest gain if added next'),
    found.fault && h('p', { class: 'muted' }, found.fault),
    !found.fault && !found.gains.length && h('p', { class: 'muted' }, 'Nobody is ranked, so nobody was asked about.'),
    found.gains.length > 0 && h('p', { class: 'lead' }, 'The best candidates along the chain, by what they would add to the reach.'),
    h(
      'table',
      {},
      h('tbody', {}, found.gains.map(one => h('tr', { title: named(one) }, h('td', {}, link(one.id)), h('td', {}, gained(one)), h('td', {}, addRemove(one.id))))),
    ),
  );
}

// The chart of memberships is drawn when it is opened.
function timelineBlock() {
  const box = h('details', { class: 'block', id: 'timeline' }, h('summary', {}, 'Memberships by their dates'));
  const host = h('div', { class: 'figure' });
  box.append(host);
  box.addEventListener('toggle', async () => {
    if (!box.open || host.childElementCount) return;
    const mine = key(state.members);
    const found = data.is_served
      ? await held('timeline', { members: state.members.join(',') })
      : isStart()
        ? data.timeline
        : { fault: 'This file holds the chart of the alliance it opened with only.' };
    if (mine !== key(state.members)) return;
    if (!found?.figure) show(host, h('p', { class: 'muted' }, found?.fault || 'No membership has a date.'));
    else await drawFigure(host, found.figure, 'memberships');
  });
  return box;
}

function agreementsBlock(reach) {
  if (!reach.agreements.length) return null;
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, 'Agreements with gateways, counted in no total'),
    h(
      'table',
      {},
      h(
        'tbody',
        {},
        reach.agreements.map(one =>
          h(
            'tr',
            {},
            h('td', {}, link(one.party)),
            h('td', {}, link(one.other)),
            h('td', {}, one.country ? countryName(one.country) : 'unknown'),
            h('td', {}, one.status || 'unknown'),
            h('td', {}, one.date || 'no date'),
            h('td', {}, cite(one.source)),
          ),
        ),
      ),
    ),
  );
}

function rulesBlock(reach) {
  const lines = UNITS.flatMap(([name, label]) => {
    const count = reach.total.counts[name];
    const unknown = count.unknown.length
      ? [h('div', { class: 'muted' }, `Not stated of: ${count.unknown.map(nameOf).join(', ')}`)]
      : [];
    const assumed = count.assumptions.map(text => h('div', { class: 'muted' }, `Assumed: ${text}`));
    const clash = (count.contradictions || []).map(figures =>
      h('div', {}, h('span', { class: 'tag warn' }, 'contradiction'), ` ${figures.join(' against ')}`),
    );
    return isUnknown(count) && !clash.length
      ? []
      : [
          h(
            'li',
            {},
            h('b', {}, label),
            `: ${spanned(count)} — ${count.rule}. `,
            (count.sources || []).map(source => [cite(source), ' ']),
            unknown,
            assumed,
            clash,
          ),
        ];
  });
  return h(
    'section',
    { class: 'block' },
    h('h3', {}, 'How the bounds come about'),
    h(
      'p',
      { class: 'lead' },
      'A company may belong to two clusters: sums count it twice, so ranges are given instead.',
    ),
    h('ul', { class: 'plain' }, lines),
  );
}

const FIGURES = new Set(['3', '4', 'axes']);

const listedOf = evaluated =>
  evaluated.candidates.length < evaluated.totals.candidates
    ? `The best ${number(evaluated.candidates.length)} of ${number(evaluated.totals.candidates)} are listed. `
    : '';

function evaluationPanel() {
  const evaluated = evaluatedNow();
  if (!evaluated) return missing('The project names no evaluation guide of its own.');
  const views = VIEWS.filter(([name]) => name !== 'axes' || data.documents.candidates);
  const content = { table: evaluationTable, weights: weightsView }[state.figure] || figureView;
  return [
    h(
      'div',
      { class: 'views' },
      h(
        'div',
        { class: 'switch', role: 'group', 'aria-label': 'Views of the evaluation' },
        views.map(([name, label]) =>
          h(
            'button',
            {
              type: 'button',
              'data-view': name,
              'aria-pressed': String(name === state.figure),
              onclick: () => openView(name),
            },
            label,
          ),
        ),
      ),
      evaluated.synthetic &&
        h('span', { class: 'tag synthetic' }, 'synthetic ratings: invented for demonstration, nobody’s judgement'),
      state.weights && h('span', { class: 'tag warn' }, 'other weights than the guide’s'),
      state.weights && h('button', { class: 'textual', type: 'button', id: 'unweigh', onclick: unweigh }, 'take the guide’s'),
    ),
    state.refused && h('p', { class: 'note' }, state.refused),
    content(evaluated),
  ];
}

function openView(name) {
  state.figure = name;
  remember();
  renderTab();
  element('body').querySelector(`[data-view="${name}"]`)?.focus();
  element('body').scrollTop = 0;
}

function unweigh() {
  state.weights = null;
  remember();
  askWeights();
  renderTab();
}

// -- charts: the script that draws them comes when the first is asked for --

let chartScript = null;
function charting() {
  chartScript ??= chartsLoaded();
  return chartScript;
}

async function chartsLoaded() {
  const script = document.createElement('script');
  let isLost = false;
  script.type = 'module';
  script.addEventListener('error', () => {
    isLost = true;
  });
  if (data.is_served) script.src = '/static/charts.js';
  else script.textContent = await unpacked(element('chart-script'));
  document.head.append(script);
  while (!window.vegaEmbed && !isLost) await new Promise(done => setTimeout(done, 20));
  if (!isLost) return window.vegaEmbed;
  chartScript = null;
  throw new Error('what draws charts did not come; is the explorer still running?');
}

const figureView = () => [
  h('p', { class: 'lead' }, FIGURE_WORDS[state.figure]),
  h('div', { id: 'figure', class: 'figure', 'data-figure': state.figure }, h('p', { class: 'muted' }, 'Drawing …')),
];

const FIGURE_WORDS = {
  3: 'Coloured is what is sure; the grey bar reaches as far as blanks and ranges may still take the score. Pale: less than 70 % of the weight is rated, too little for a rank.',
  4: 'A point stands at what is sure of both; the thin lines reach as far as blanks and ranges may take it. Members stand beside candidates. Where too little is rated for that, what is known stands instead.',
  axes: 'Two questions, never one number: who completes the alliance along the chain, and who fits the guide. Thin lines are what is not known. Where too little is rated, complementarity stands alone.',
};

// Draw a chart: under the page's own policy, with our own tooltips, asking nobody.
async function drawFigure(host, spec, name) {
  const embed = await charting();
  const box = h('div', { class: 'chart' });
  show(host, box);
  const settings = { mode: 'vega-lite', renderer: 'svg', ast: true, actions: false, defaultStyle: false, tooltip };
  const { view } = await embed(box, spec, settings);
  view.addEventListener('click', (event, item) => item?.datum?.id && select(item.datum.id, { look: true }));
  const saving = async () => save(await view.toSVG(), `${name}.svg`, 'image/svg+xml');
  host.append(h('button', { class: 'textual', type: 'button', onclick: saving }, 'Save as SVG'));
  host.dataset.drawn = 'true';
}

let figuring = 0;
async function renderFigure() {
  const mine = ++figuring;
  const name = state.figure;
  const isMine = () => mine === figuring && state.figure === name && element('figure');
  try {
    const spec = await figureSpec(name);
    if (!isMine()) return;
    const host = element('figure');
    await drawFigure(host, spec, `figure-${name}`);
    if (!isMine()) return;
    host.append(h('button', { class: 'textual', type: 'button', onclick: () => openView('table') }, 'The same as a table'));
  } catch (error) {
    if (isMine()) show(element('figure'), h('p', { class: 'note' }, `No figure: ${error.message}`));
  }
}

async function figureSpec(name) {
  if (!data.is_served) return data.figures[name];
  const parameters = state.weights && addsUp(state.weights) ? { name, weights: weightText() } : { name };
  return (await fetched('figure', parameters)).figure;
}

const tipClass = label => ({ name: 'name', synthetic: 'invented' })[label] || '';

// What a pointer on a mark of a chart is told, as text.
function tooltip(handler, event, item, value) {
  const box = element('tip');
  box.hidden = !value || typeof value !== 'object';
  if (box.hidden) return;
  show(
    box,
    Object.entries(value).map(([label, text]) =>
      label === 'synthetic' && text === 'no'
        ? null
        : h('div', { class: tipClass(label) }, ['name', 'across', 'group'].includes(label) ? text : `${label}: ${text}`),
    ),
  );
  const left = Math.min(event.clientX + 14, innerWidth - box.offsetWidth - 8);
  const top = Math.min(event.clientY + 14, innerHeight - box.offsetHeight - 8);
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('top', `${top}px`);
}

function save(text, name, kind) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 2000);
}

// -- weights: the sum is checked here, the scores are worked out by the server --

function weightsView(evaluated) {
  const weights = state.weights || GUIDE;
  const lead = data.is_served
    ? 'Change a weight to see whom it would favour. The weights have to add up to 100 %; the ratings stay as they are.'
    : 'The weights of the published guide, read-only in this file. The served explorer lets you change them.';
  const groups = Object.entries(evaluated.group_labels || {});
  return [
    h('p', { class: 'lead' }, lead),
    h(
      'div',
      { class: 'weights' },
      h(
        'div',
        {},
        groups.map(([group, label]) =>
          h(
            'fieldset',
            { style: { '--group': groupColour(evaluated, group) } },
            h('legend', {}, label),
            CRITERIA.map((one, at) => one.group === group && weightLine(one, at, weights[at])),
          ),
        ),
        data.is_served && h('p', { id: 'sum', class: 'sum', role: 'status' }, sumText(weights)),
      ),
      h('section', { id: 'ranking' }),
    ),
  ];
}

function weightLine(criterion, at, weight) {
  if (!data.is_served) return h('div', { class: 'weigh' }, h('span', {}, criterion.question), h('b', {}, `${number(weight)} %`));
  const read = event => {
    const weights = [...(state.weights || GUIDE)];
    weights[at] = event.target.value === '' ? NaN : Number(event.target.value);
    state.weights = weights;
    event.target.setAttribute('aria-invalid', String(!isPercent(weights[at])));
    show(element('sum'), sumText(weights));
    element('sum').classList.toggle('wrong', !addsUp(weights));
    weightsChanged();
  };
  return h(
    'label',
    { class: 'weigh' },
    h('span', {}, criterion.question),
    h('input', { type: 'number', min: 0, max: 100, step: 1, value: weight, 'data-weight': criterion.id, oninput: read }),
    '%',
  );
}

function sumText(weights) {
  if (!weights.every(isPercent)) return 'Every weight is a number from 0 to 100.';
  const off = Number((100 - sumOf(weights)).toFixed(6));
  if (!off) return 'The weights add up to 100 %.';
  return `The weights add up to ${number(sumOf(weights))} %: ${number(Math.abs(off))} % ${off > 0 ? 'are missing' : 'too many'}. Shown are those that last added up.`;
}

function renderRanking() {
  const host = element('ranking');
  if (!host) return;
  const evaluated = evaluatedNow();
  const before = indexed(data.documents.evaluate.candidates);
  show(
    host,
    h(
      'h3',
      {},
      weighed ? 'Fit by these weights' : 'Fit by the guide’s weights',
      evaluated.synthetic && h('span', { class: 'tag synthetic' }, 'synthetic'),
    ),
    h(
      'ol',
      { class: 'best' },
      evaluated.candidates.slice(0, 20).map(one =>
        h(
          'li',
          { 'data-id': one.id, title: one.synthetic ? 'synthetic ratings' : null },
          h('span', { class: 'rank', title: one.rank ? 'Range of ranks' : 'too little is rated for a rank' }, ranked(one.rank) || '–'),
          link(one.id),
          bar(one.fit, percent),
          weighed && ranked(before.get(one.id)?.rank) !== ranked(one.rank)
            ? h('span', { class: 'was' }, `was ${ranked(before.get(one.id)?.rank) || 'unranked'}`)
            : h('span'),
        ),
      ),
    ),
  );
}

function evaluationTable(evaluated) {
  const criteria = evaluated.criteria || [];
  const enough = evaluated.candidates.filter(one => one.rank).length;
  return [
    h(
      'p',
      { class: 'lead' },
      `${start.guide}: weighted score out of ${fine.format(evaluated.maximum)}. ${evaluated.synthetic ? 'Ratings are invented where no stated fact gives one' : 'Ratings come from people and from stated facts'}; the rest is blank, and a blank is not a zero: it makes the range. ${listedOf(evaluated)}${number(enough)} of ${drawnPart ? 'these ' : ''}${number(evaluated.candidates.length)} have 70 % of the weight rated, which a rank needs. ${data.is_served ? 'Other weights can be tried under “Weights”.' : 'Weights are the guide’s own and read-only here.'}`,
    ),
    h(
      'table',
      { class: 'fixed' },
      columnsOf(['fold', '', 'wide', 'fit', 'rated', ...criteria.map(() => 'rating')]),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['', 'Cluster', 'Weighted score', 'Fit', 'Rank'].map(label => h('th', { scope: 'col' }, label)),
          criteria.map((one, place) =>
            h(
              'th',
              {
                scope: 'col',
                class: 'num criterion',
                style: { '--group': groupColour(evaluated, one.group) },
                title: `${one.question} (${evaluated.group_labels?.[one.group] || one.group})`,
              },
              number(place + 1),
              h('div', { class: 'weight' }, percent(one.weight)),
            ),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        evaluated.candidates.slice(0, 200 * state.more).flatMap(one => evaluationRow(one, evaluated, criteria)),
      ),
    ),
    moreRows(evaluated.candidates.length, 200 * state.more),
    h(
      'section',
      { class: 'block' },
      h('h3', {}, 'Criteria and their weights'),
      h(
        'ol',
        { class: 'criteria' },
        criteria.map((one, place) =>
          h(
            'li',
            {},
            h('b', {}, number(place + 1)),
            `${one.question} `,
            h('span', { class: 'muted' }, `${percent(one.weight)}, 0 to ${number(one.maximum)}`),
          ),
        ),
      ),
    ),
    evaluated.swaps.length > 0 &&
      h('p', { class: 'lead' }, `The two readings of fit order ${plural(evaluated.swaps.length, 'pair')} differently.`),
  ];
}

const assessment = given =>
  h(
    'div',
    { class: 'muted' },
    `${given.assessor}: ${given.rating === null ? 'blank' : spanned({ low: given.rating, high: given.rating })}`,
    given.date && `, ${dated(given.date)}`,
    given.comment && ` — ${given.comment}`,
    given.synthetic && ' (synthetic)',
  );

const groupColour = (evaluated, group) =>
  data.palette.groups[Object.keys(evaluated.group_labels || {}).indexOf(group)] || '#999';

function evaluationRow(one, evaluated, criteria) {
  const more = h(
    'tr',
    { hidden: true },
    h('td'),
    h(
      'td',
      { colspan: 4 + criteria.length },
      h(
        'ul',
        { class: 'reasons' },
        criteria.map(criterion => {
          const rating = one.ratings[criterion.id] || { low: null, high: null, note: '', evidence: [] };
          return h(
            'li',
            {},
            h('b', {}, criterion.question),
            ` ${ratingText(rating)}${rating.note ? ` — ${rating.note}` : ''} `,
            rating.synthetic && h('span', { class: 'tag synthetic' }, 'synthetic'),
            (rating.assessments || []).map(given => assessment(given)),
            rating.evidence.map(source => [cite(source), ' ']),
          );
        }),
      ),
    ),
  );
  const unfold = h('button', {
    class: 'fold',
    type: 'button',
    'aria-expanded': 'false',
    'aria-label': `Ratings of ${nameOf(one.id)}`,
    onclick: event => {
      event.stopPropagation();
      more.hidden = !more.hidden;
      unfold.setAttribute('aria-expanded', String(!more.hidden));
    },
  });
  const row = h(
    'tr',
    {
      class: `row ${one.id === state.selected ? 'selected' : ''}`,
      'data-id': one.id,
      onclick: () => select(one.id, { look: true }),
    },
    h('td', {}, unfold),
    h(
      'td',
      { class: 'name' },
      h(
        'button',
        { class: 'cluster', type: 'button', title: nameOf(one.id) },
        nameOf(one.id),
        state.members.includes(one.id) && h('span', { class: 'tag warn' }, 'member'),
      ),
    ),
    h(
      'td',
      {},
      bar(one.weighted_score, value => fine.format(value), evaluated.maximum),
      one.synthetic && h('span', { class: 'tag synthetic' }, 'synthetic'),
    ),
    h(
      'td',
      { class: 'nowrap', title: `Scaled by criterion: ${spanned(one.fit_scaled, percent)}` },
      spanned(one.fit, percent),
    ),
    h(
      'td',
      { class: 'nowrap' },
      one.rank
        ? `${ranked(one.rank)} · ${percent(one.coverage)} rated`
        : h(
            'span',
            { class: 'tag', title: `${percent(one.coverage)} of the weight is rated; a rank needs 70 %` },
            `not enough: ${percent(one.coverage)}`,
          ),
    ),
    criteria.map(criterion => h('td', { class: 'num' }, ratingMark(one.ratings[criterion.id]))),
  );
  return [row, more];
}

const isBlank = rating => !rating || rating.low === null || (rating.note || '').startsWith('blank');
const ratingText = rating => (rating.low === null ? 'blank' : spanned(rating));

function ratingMark(rating) {
  if (isBlank(rating)) return h('span', { class: 'rating blank', title: rating?.note || 'blank' }, '·');
  return h(
    'span',
    {
      class: `rating ${rating.low === rating.high ? '' : 'range'} ${rating.synthetic ? 'synthetic' : ''}`,
      title: [rating.synthetic && 'synthetic', rating.note].filter(Boolean).join(': '),
    },
    spanned(rating),
  );
}

// -- two to four clusters side by side --

function compare(id) {
  const isIn = state.compared.includes(id);
  if (!isIn && state.compared.length >= MOST_COMPARED)
    return say(`At most ${MOST_COMPARED} are compared: take one out first`);
  state.compared = isIn ? state.compared.filter(other => other !== id) : [...state.compared, id];
  say(isIn ? `${nameOf(id)} is compared no more` : `${nameOf(id)} is compared`);
  remember();
  renderTabs();
  if (state.tab === 'compare') renderTab();
  return renderDetail();
}

function comparePanel() {
  const best = (rankedNow()?.candidates || []).slice(0, 3).map(one => one.id);
  const pickBest = () => {
    state.compared = best;
    remember();
    renderTabs();
    renderTab();
  };
  if (!state.compared.length)
    return [
      missing(`Choose two to ${MOST_COMPARED} clusters: “Compare” stands in the details of each.`),
      best.length > 1 && h('button', { class: 'textual', type: 'button', id: 'compare-best', onclick: pickBest }, 'Compare the three best candidates'),
    ];
  const ids = state.compared;
  return [
    state.compared.length === 1 && missing('One is chosen; choose another from its details.'),
    h(
      'table',
      { class: 'compare fixed' },
      columnsOf(['label', ...ids.map(() => '')]),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {}, ''),
          ids.map(id =>
            h(
              'th',
              { scope: 'col' },
              link(id),
              h('button', { class: 'x', type: 'button', 'aria-label': `Compare ${nameOf(id)} no more`, onclick: () => compare(id) }, '×'),
            ),
          ),
        ),
      ),
      h('tbody', {}, compareRows(ids).map(([label, cell, title]) => compareRow(ids, label, cell, title))),
    ),
  ];
}

function compareRow(ids, label, cell, title) {
  if (!cell) return h('tr', { class: 'parted' }, h('th', { scope: 'rowgroup', colspan: ids.length + 1 }, label));
  return h('tr', {}, h('th', { scope: 'row', title: title || null }, label), ids.map(id => h('td', {}, cell(id) ?? unknownMark())));
}

const unknownMark = () => h('span', { class: 'nil' }, 'unknown');

function compareRows(ids) {
  const thing = id => things.get(id);
  const fixed = value => fine.format(value);
  const ofScheme = (id, scheme) => thing(id).categories.filter(one => things.get(one)?.kind === scheme);
  const shared = one => ids.length > 1 && ids.every(id => thing(id).categories.includes(one));
  const chips = (found, isAlike = () => false) =>
    found.length ? h('div', { class: 'chips' }, found.map(one => h('span', { class: isAlike(one) ? 'alike' : '' }, link(one)))) : null;
  const complements = (id, read) => {
    const one = candidateOf(id);
    if (one) return bar(read(one), fixed);
    return state.members.includes(id) ? h('span', { class: 'muted' }, 'in the alliance') : h('span', { class: 'nil' }, 'not ranked');
  };
  const rated = (id, draw) => {
    const card = cardOf(id);
    return card ? h('span', {}, draw(card), card.synthetic && h('span', { class: 'tag synthetic' }, 'synthetic')) : h('span', { class: 'nil' }, 'not evaluated');
  };
  const evaluated = evaluatedNow();
  const counted = UNITS.filter(([unit]) => ids.some(id => thing(id).counts[unit]));
  return [
    ['Country', id => thing(id).country && countryName(thing(id).country)],
    ...BELONGING.map(name => [facetTitle(name), id => chips(data.belonging[name][id] || [], one => ids.length > 1 && ids.every(other => (data.belonging[name][other] || []).includes(one)))]),
    ...(rankedNow()
      ? [
          [isFresh() ? 'Complementarity' : 'Complementarity at the start'],
          ['Score', id => complements(id, one => one.score)],
          ['Rank', id => (candidateOf(id) ? ranked(candidateOf(id).rank) : '–')],
          ...COMPONENTS.map(([name, label, title]) => [label, id => complements(id, one => one.components[name]), title]),
        ]
      : []),
    ...(stages.length
      ? [['Covers'], ...stages.map(stage => [stage.label, id => (thing(id).categories.length ? meter({ low: thing(id).covers[stage.id] || 0, high: thing(id).covers[stage.id] || 0 }) : null)])]
      : []),
    ...(evaluated
      ? [
          ['Evaluation'],
          ['Weighted score', id => rated(id, card => bar(card.weighted_score, fixed, evaluated.maximum))],
          ['Fit', id => rated(id, card => bar(card.fit, percent))],
          ['Rank', id => rated(id, card => ranked(card.rank) || `not enough: ${percent(card.coverage)} rated`)],
          ...CRITERIA.map(one => [one.question, id => rated(id, card => ratingMark(card.ratings[one.id]))]),
        ]
      : []),
    ...(counted.length ? [['Size'], ...counted.map(([unit, label]) => [label, id => thing(id).counts[unit] && spanned(thing(id).counts[unit])])] : []),
    ['Categories; those that all share are marked'],
    ...SCHEMES.map(scheme => [marks.get(scheme)?.label || scheme, id => chips(ofScheme(id, scheme), shared)]),
  ].filter(([label, cell]) => !cell || label);
}

// Everything the picture shows, in words: what a reader without the picture works with.
function listTable() {
  const unit = choice(data.sizes, state.size);
  const columns = {
    order: () => 0,
    kind: one => marks.get(one.kind).label,
    name: one => one.name,
    country: one => (one.country ? countryName(one.country) : null),
    ties: one => tied(one.id).size,
    size: one => low(countOf(one)),
    score: one => low(one.scores.complementarity),
  };
  const shown = data.order.filter(id => current.shown.has(id)).map(id => things.get(id));
  const rows = sorted(shown, columns);
  const most = 200 * state.more;
  const counted = unit.id !== 'none' && unit.id !== 'categories';
  return [
    h(
      'p',
      { class: 'lead' },
      `Everything in the picture: ${plural(rows.length, 'item')}. Filters and legend change this list too.`,
    ),
    h(
      'table',
      { class: 'fixed' },
      columnsOf(['kind', '', 'land', 'ties', ...(counted ? ['size'] : []), 'score']),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heading('Kind', 'kind'),
          heading('Name', 'name'),
          heading('Country', 'country'),
          heading('Ties', 'ties', { class: 'num' }),
          counted && heading(unit.label, 'size', { class: 'num' }),
          heading('Complementarity', 'score'),
        ),
      ),
      h(
        'tbody',
        {},
        rows.slice(0, most).map(one =>
          h(
            'tr',
            {
              class: `row ${one.id === state.selected ? 'selected' : ''}`,
              'data-id': one.id,
              onclick: () => select(one.id, { look: true }),
            },
            h('td', { class: 'nowrap' }, h('span', { class: 'kinded' }, glyph(one.kind), marks.get(one.kind).label)),
            h(
              'td',
              { class: 'name' },
              h(
                'button',
                {
                  class: `cluster ${state.members.includes(one.id) ? 'member' : ''}`,
                  type: 'button',
                  title: one.name,
                },
                one.name,
                state.members.includes(one.id) && h('span', { class: 'tag warn' }, 'in the alliance'),
              ),
            ),
            h('td', {}, one.country ? countryName(one.country) : '–'),
            h('td', { class: 'num' }, number(tied(one.id).size)),
            counted && h('td', { class: 'num' }, one.kind === 'cluster' ? spanned(countOf(one)) : '–'),
            h(
              'td',
              {},
              one.scores.complementarity
                ? bar(one.scores.complementarity, value => fine.format(value))
                : h('span', { class: 'nil' }, one.kind === 'cluster' ? 'no score' : '–'),
            ),
          ),
        ),
      ),
    ),
    moreRows(rows.length, most),
  ];
}

const countOf = thing => thing.counts[state.size] || null;

const moreRows = (all, most) =>
  all > most &&
  h(
    'p',
    {},
    h(
      'button',
      {
        class: 'textual',
        type: 'button',
        onclick: () => {
          state.more += 1;
          renderTab();
        },
      },
      `Show ${number(Math.min(200, all - most))} more`,
    ),
  );

function chainTable() {
  if (!stages.length) return missing('The project names no value chain of its own.');
  const states = new Map((isFresh() ? rankedNow().stages : []).map(stage => [stage.id, stage]));
  const rows = [
    ...state.members.filter(isCluster),
    ...(isCluster(state.selected) && !state.members.includes(state.selected) ? [state.selected] : []),
  ];
  const cell = (cluster, stage) => {
    const cover = cluster.covers[stage.id];
    if (!cluster.categories.length) return h('span', { class: 'cover unknown', title: 'uncategorised: unknown' });
    return cover
      ? h('span', { class: 'cover', title: `covers ${fine.format(cover)}`, style: { '--cover': cover } })
      : h('span', { class: 'nil', title: 'none stated' }, '·');
  };
  return [
    h(
      'p',
      { class: 'lead' },
      `${start.chain}. How far each partner covers each stage, by the most relevant of its categories; the fill is the cover, 0 to 1.`,
    ),
    h(
      'table',
      { class: 'matrix' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', {}, 'Partner'),
          stages.map(stage =>
            h('th', { scope: 'col', title: stage.categories.map(one => one.label).join(', ') }, stage.label),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map(id =>
          h(
            'tr',
            { class: `row ${id === state.selected ? 'selected' : ''}`, onclick: () => select(id, { look: true }) },
            h('td', {}, nameOf(id), state.members.includes(id) ? null : h('span', { class: 'muted' }, ' (selected)')),
            stages.map(stage => h('td', {}, cell(things.get(id), stage))),
          ),
        ),
        h(
          'tr',
          {},
          h('td', {}, h('b', {}, 'The alliance')),
          stages.map(stage =>
            h(
              'td',
              {},
              states.has(stage.id)
                ? h(
                    'span',
                    {
                      class: `tag ${states.get(stage.id).state}`,
                      title: `cover ${number(states.get(stage.id).cover)} providers`,
                    },
                    states.get(stage.id).state,
                  )
                : '–',
            ),
          ),
        ),
        h(
          'tr',
          {},
          h('td', { class: 'muted' }, drawnPart ? 'Clusters drawn that cover it' : 'Clusters that cover it'),
          stages.map(stage =>
            h(
              'td',
              {},
              h(
                'button',
                { class: 'link', type: 'button', title: 'Show them', onclick: () => ask(stage.id) },
                number(stage.clusters),
              ),
            ),
          ),
        ),
      ),
    ),
    partial(),
  ];
}

function conflictsList() {
  const answered = data.documents.conflicts;
  if (!answered) return missing('The statements are being held against each other …');
  const remarks = answered.remarks || [];
  if (!answered.conflicts.length && !remarks.length) return [ofThePart(), missing('Nothing stated contradicts anything else.')];
  return [
    ofThePart(),
    h(
      'p',
      { class: 'lead' },
      'What the sources say and what does not add up: stated against stated, and stated against computed. Nothing is settled here; both sides stay.',
    ),
    answered.conflicts.map(finding),
    remarks.length > 0 &&
      h('section', { class: 'block' }, h('h3', {}, `Left open · ${remarks.length}`), remarks.map(finding)),
  ];
}

function finding(one) {
  const said = statement =>
    `${typeof statement.value === 'number' ? `${quantity(statement)} ${unitLabel(statement.unit)}` : wordOf(one.attribute, statement.value)}`;
  return h(
    'article',
    { class: 'conflict', 'data-code': one.code },
    h(
      'h4',
      {},
      link(one.subject),
      ' ',
      h('span', { class: `tag ${one.severity === 'remark' ? '' : 'warn'}` }, one.class || 'conflict'),
      ' ',
      h('span', { class: 'tag' }, one.code),
    ),
    h('p', {}, one.message),
    h(
      'div',
      { class: 'sides' },
      one.statements.map(statement =>
        h('div', { class: 'side-card' }, h('b', {}, said(statement)), cite(statement.source)),
      ),
      one.computed &&
        h(
          'div',
          { class: 'side-card computed' },
          h('b', {}, `${spanned(one.computed)} ${unitLabel(one.attribute)}`),
          h('span', { class: 'muted' }, 'computed'),
        ),
    ),
    h('p', { class: 'muted' }, one.rule),
    one.settle && h('p', { class: 'muted' }, `What would settle it: ${one.settle}`),
  );
}

// A statement that names a thing is written with its name.
const wordOf = (attribute, value) => (data.words.names[value] ? nameOf(value) : String(value));

const unitLabel = unit => (unit ? data.words.attributes[unit] || unit : '');

// The sources; the one that is opened shows its statements by section, each with a link to its thing.
function sourcesTable() {
  const found = data.documents.sources?.sources || [];
  return [
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Id', 'Title', 'Publisher', 'Date'].map(label => h('th', { scope: 'col' }, label)),
          h('th', { class: 'num' }, 'Statements'),
        ),
      ),
      h('tbody', {}, found.map(sourceRow)),
    ),
    state.source && h('section', { class: 'block', id: 'statements' }, h('p', { class: 'lead' }, 'Opening …')),
  ];
}

function sourceRow(one) {
  const isOpen = state.source === one.id;
  const toggle = () => {
    if (!isOpen) return openSource(one.id);
    state.source = null;
    return openTab('sources');
  };
  return h(
    'tr',
    { id: `source-${one.id}`, class: isOpen ? 'selected' : null, onclick: toggle },
    h('td', {}, one.id),
    h(
      'td',
      {},
      h('button', { class: 'fold named', type: 'button', 'aria-expanded': String(isOpen) }, h('span', {}, one.title)),
    ),
    h('td', {}, one.publisher || 'unknown'),
    h('td', { class: 'nowrap' }, one.date || 'unknown'),
    h('td', { class: 'num' }, number(one.claims)),
  );
}

async function renderStatements() {
  const host = element('statements');
  if (!host) return;
  const { source, locator } = state;
  let said = null;
  let fault = '';
  try {
    said = data.is_served ? await statementsOf(source) : data.statements[source];
  } catch (error) {
    fault = error.message;
  }
  if (!host.isConnected || state.source !== source) return;
  if (!said) return show(host, h('p', { class: 'note' }, fault || 'This file does not hold what this source states.'));
  const [, url] = data.words.sources[source] || [];
  show(
    host,
    h('h3', {}, `${said.title} · by section`),
    url && h('p', {}, address(url)),
    said.sections.map(section => sectionBlock(section, section.locator === locator)),
  );
  const opened = host.querySelector('details[open]');
  if (locator && opened) opened.scrollIntoView({ block: 'start' });
}

const sourceCache = new Map();
function statementsOf(source) {
  if (!sourceCache.has(source)) sourceCache.set(source, fetched('source', { name: source }));
  return sourceCache.get(source);
}

// A section is written out when it is opened: a source may hold thousands of statements.
function sectionBlock(section, isOpen) {
  const box = h(
    'details',
    { class: 'section', open: isOpen, 'data-locator': section.locator },
    h('summary', {}, h('span', {}, section.locator), h('span', { class: 'n' }, number(section.statements.length))),
  );
  const write = () => {
    if (box.open && !box.querySelector('ul')) box.append(h('ul', {}, statedLines(section.statements)));
  };
  box.addEventListener('toggle', write);
  write();
  return box;
}

// What a section says of one thing, in one line.
function statedLines(statements) {
  const bySubject = new Map();
  for (const one of statements) bySubject.set(one[0], [...(bySubject.get(one[0]) || []), one]);
  return [...bySubject].map(([subject, said]) =>
    h(
      'li',
      {},
      link(subject),
      said.map(([, predicate, value, isThing], at) => {
        const label = data.words.relations[predicate] || data.words.attributes[predicate] || predicate;
        return [
          h('span', { class: 'muted' }, `${at ? ';' : ':'} ${label} `),
          isThing ? link(value) : predicate === 'country' ? countryName(value) : value,
        ];
      }),
    ),
  );
}

function openSource(id, locator = null) {
  state.source = id;
  state.locator = locator;
  openTab('sources');
  if (!locator) element(`source-${id}`)?.scrollIntoView({ block: 'nearest' });
  say(`Source ${id}${locator ? `, ${locator}` : ''}`);
}

// ---- 12. details ---------------------------------------------------------------------------------------

let detailing = 0;

async function renderDetail() {
  const mine = ++detailing;
  const id = state.selected;
  if (!id && state.story) return renderStory(mine);
  spotlight = null;
  if (!id) return show(element('detail'), welcome());
  // what is said of a hub takes a moment
  if (isSearched && !profileCache.has(id)) show(element('detail'), head(id));
  let said = null;
  let fault = '';
  try {
    said = await profile(id);
  } catch (error) {
    fault = error.message;
  }
  if (mine !== detailing) return;
  show(
    element('detail'),
    head(id),
    hiddenNeighbours(id),
    standingOf(id),
    said
      ? [factsOf(said), said.tied && said.tied.total > said.tied.shown && h('p', { class: 'note' }, `The first ${number(said.tied.shown)} of ${number(said.tied.total)} things tied to it are told.`), relationsOf(said)]
      : h(
          'section',
          {},
          h('p', { class: 'note' }, fault || 'This file does not hold what is said of it; the served explorer does.'),
        ),
  );
}

function welcome() {
  const answered = rankedNow();
  const open = answered ? answered.stages.filter(stage => stage.state !== 'covered') : [];
  return [
    isSearched && !drawnPart.around && h('p', { class: 'lead' }, `${number(drawnPart.clusters)} clusters are ready to be searched. Find one, or a partnership, category, region or market: what lies around it is drawn.`),
    h('h2', {}, start.alliance ? `Who completes ${nameOf(start.alliance)}?` : data.title),
    h('div', { class: 'sub' }, start.chain || ''),
    answered &&
      h(
        'section',
        {},
        h('h3', {}, 'Where the alliance stands'),
        h(
          'ol',
          { class: 'stages' },
          answered.stages.map(stage =>
            h(
              'li',
              {},
              h('span', {}, stage.label),
              meter(stage.cover_range || { low: stage.cover, high: stage.cover }, 2),
              h('span', { class: `tag ${stage.state}` }, stage.state),
            ),
          ),
        ),
      ),
    answered &&
      h(
        'section',
        {},
        h('h3', {}, isFresh() ? 'Best candidates' : 'Best candidates at the start'),
        h(
          'ol',
          { class: 'best' },
          answered.candidates
            .slice(0, 6)
            .map(one =>
              h(
                'li',
                {},
                h('span', { class: 'rank', title: 'Range of ranks' }, ranked(one.rank)),
                link(one.id),
                meter(one.score),
              ),
            ),
        ),
      ),
    h(
      'section',
      {},
      h('h3', {}, 'Ask'),
      h(
        'div',
        { class: 'ask' },
        open
          .slice(0, 3)
          .map(stage => h('button', { type: 'button', onclick: () => ask(stage.id) }, `Who covers “${stage.label}”?`)),
        h('button', { type: 'button', onclick: () => openTab('reach') }, 'How far does the alliance reach?'),
        h('button', { type: 'button', onclick: () => openTab('conflicts') }, 'What does not add up?'),
        data.has_story && h('button', { type: 'button', id: 'tell', onclick: () => tell(1) }, 'How did the search go? Told in six steps'),
      ),
    ),
    h('p', { class: 'sub' }, 'Click a mark or a row, or press / to search.'),
  ];
}

// -- the search of the project, told step by step --

async function tell(step) {
  state.story = step;
  state.selected = null;
  if (!step) spotlight = null;
  remember();
  await renderDetail();
  if (!step) paint();
}

async function renderStory(mine) {
  const found = data.is_served ? await held('story') : data.story;
  if (mine !== detailing) return;
  const step = found.steps?.[state.story - 1];
  if (!step) {
    show(element('detail'), h('p', { class: 'note' }, found.fault || found.why), h('button', { class: 'textual', type: 'button', onclick: () => tell(0) }, 'Close'));
    return;
  }
  const isNew = !spotlight || element('detail').dataset.step !== String(state.story);
  spotlight = new Set(step.clusters);
  for (const id of spotlight) if (things.has(id)) state.added.add(id);
  show(
    element('detail'),
    h(
      'div',
      { class: 'head' },
      h('h2', {}, step.title),
      h('button', { class: 'close', type: 'button', 'aria-label': 'Close the story', onclick: () => tell(0) }, '×'),
    ),
    h('div', { class: 'sub' }, `${found.label} · step ${state.story} of ${found.steps.length}`),
    h(
      'ol',
      { class: 'dots' },
      found.steps.map((one, at) =>
        h('li', {}, h('button', { type: 'button', 'aria-label': `Step ${at + 1}: ${one.title}`, 'aria-current': at + 1 === state.story ? 'step' : null, onclick: () => tell(at + 1) })),
      ),
    ),
    h(
      'div',
      { class: 'telling' },
      step.lines.map(line => h('p', {}, line.text, ' ', (line.sources || []).map(source => [cite(source), ' ']))),
    ),
    step.clusters.length > 0 && step.clusters.length <= 14 && h('section', {}, h('h3', {}, 'About'), h('div', { class: 'links' }, step.clusters.map(id => h('span', { class: 'chip' }, link(id))))),
    h(
      'div',
      { class: 'act' },
      state.story > 1 && h('button', { type: 'button', class: 'quiet', id: 'back', onclick: () => turn(state.story - 1) }, 'Back'),
      state.story < found.steps.length && h('button', { type: 'button', id: 'next', onclick: () => turn(state.story + 1) }, 'Next'),
      state.story === found.steps.length && h('button', { type: 'button', class: 'quiet', onclick: () => tell(0) }, 'End'),
    ),
  );
  element('detail').dataset.step = state.story;
  paint();
  if (isNew && state.tab !== step.tab) openTab(step.tab);
  say(`Step ${state.story} of ${found.steps.length}: ${step.title}`);
}

async function turn(step) {
  await tell(step);
  element('detail').scrollTop = 0;
  (element('next') || element('back'))?.focus();
}

function ask(stage) {
  state.filters.stage = new Set([stage]);
  unfolded.add('stage');
  state.tab = 'candidates';
  changed('filters');
  renderTabs();
}

function head(id) {
  const thing = things.get(id);
  const kind = thing
    ? marks.get(thing.kind).label.replace(/ies$/, 'y').replace(/s$/, '')
    : data.words.kinds[data.words.names[id][1]];
  const isHere = data.words.names[id][2];
  const isIn = state.members.includes(id);
  return [
    h(
      'div',
      { class: 'head' },
      h('h2', {}, nameOf(id)),
      h(
        'button',
        { class: 'close', type: 'button', 'aria-label': 'Close the details', onclick: () => select(null) },
        '×',
      ),
    ),
    h(
      'div',
      { class: 'sub' },
      thing && glyph(thing.kind),
      h('span', {}, kind || ''),
      thing?.country && h('span', {}, countryName(thing.country)),
      isIn && h('span', { class: 'tag warn' }, 'in the alliance'),
      !isHere && h('span', { class: 'tag warn' }, `not on ${dated(data.as_of)}`),
    ),
    isSearched && id !== drawnPart.around && h('div', { class: 'act' }, h('button', { type: 'button', class: 'quiet', id: 'around', onclick: () => drawAround(id) }, 'Draw what lies around it')),
    thing?.kind === 'cluster' &&
      h(
        'div',
        { class: 'act' },
        h(
          'button',
          { type: 'button', class: isIn ? 'quiet' : '', id: 'join', onclick: () => (isIn ? leave(id) : join(id)) },
          isIn ? 'Remove from the alliance' : 'Add to the alliance',
        ),
        h(
          'button',
          { type: 'button', class: 'quiet', id: 'compare', 'aria-pressed': String(state.compared.includes(id)), onclick: () => compare(id) },
          state.compared.includes(id) ? 'Compared' : 'Compare',
        ),
      ),
  ];
}

function standingOf(id) {
  const thing = things.get(id);
  if (thing?.kind !== 'cluster') return null;
  const one = state.members.includes(id) ? null : candidateOf(id);
  const card = cardOf(id);
  const fixed = value => fine.format(value);
  const line = (label, interval, write, most, extra) => [
    h('dt', {}, label),
    h('dd', {}, meter(interval, most)),
    h('dd', { class: 'nowrap' }, spanned(interval, write)),
    extra && h('dd', { class: 'extra' }, extra),
  ];
  const evaluated = evaluatedNow();
  const invented = card?.synthetic ? h('span', { class: 'tag synthetic' }, 'synthetic') : null;
  const rows = [
    one &&
      line(
        'Complementarity',
        one.score,
        fixed,
        1,
        `rank ${ranked(one.rank)} of ${number(rankedNow().candidates.length)}${one.pareto ? '; nobody is as good in all and better in one' : ''}`,
      ),
    card && line(['Weighted score ', invented], card.weighted_score, fixed, evaluated.maximum),
    card &&
      line(
        ['Fit ', invented?.cloneNode(true)],
        card.fit,
        percent,
        1,
        card.rank ? `rank ${ranked(card.rank)}` : `not enough scored: ${percent(card.coverage)} of the weight is rated`,
      ),
  ].filter(Boolean);
  const words = {
    off_chain: 'Off the chain: its categories touch no stage.',
    uncategorised: 'Uncategorised: nobody states its categories, which says nothing about what it can do.',
  };
  return [
    rows.length || words[thing.standing]
      ? h(
          'section',
          {},
          h('h3', {}, 'Scores'),
          h('dl', { class: 'scores' }, rows),
          words[thing.standing] && !one && h('p', {}, words[thing.standing]),
        )
      : null,
    one &&
      h(
        'section',
        {},
        h('h3', {}, isFresh() ? 'Why it completes the alliance' : 'Why it completed the alliance at the start'),
        reasonsInBrief(one),
      ),
  ];
}

const HIDDEN = new Set(['kind']);

function factsOf(said) {
  const groups = new Map();
  for (const fact of said.facts)
    if (!HIDDEN.has(fact.attribute)) groups.set(fact.attribute, [...(groups.get(fact.attribute) || []), fact]);
  if (!groups.size) return null;
  const noted = new Set();
  const counted = ([, facts]) => (facts.some(fact => fact.unit) ? 0 : 1);
  const ordered = [...groups].sort((a, b) => counted(a) - counted(b));
  return h(
    'section',
    {},
    h('h3', {}, 'What is stated'),
    h(
      'div',
      { class: 'facts' },
      ordered.map(([attribute, facts]) => factBlock(said.id, attribute, facts, noted)),
    ),
  );
}

// More neighbours than are brought in unasked: the reader says which, and how many.
function hiddenNeighbours(id) {
  if (!things.has(id)) return null;
  const hidden = [...tied(id)].filter(other => !current.shown.has(other) && things.get(other).at[state.view]);
  const kinds = data.marks
    .map(mark => [mark, hidden.filter(other => things.get(other).kind === mark.id)])
    .filter(([, found]) => found.length);
  const bring = found => {
    found.slice(0, data.limits.neighbours).forEach(other => state.added.add(other));
    paint();
    renderDetail();
  };
  return kinds.length
    ? h(
        'section',
        {},
        h('h3', {}, 'Neighbours not in the picture'),
        h(
          'div',
          { class: 'links' },
          kinds.map(([mark, found]) =>
            h(
              'button',
              { class: 'textual', type: 'button', onclick: () => bring(found) },
              `show ${number(Math.min(found.length, data.limits.neighbours))} of ${number(found.length)} ${mark.label.toLowerCase()}`,
            ),
          ),
        ),
      )
    : null;
}

const SINGLE = new Set(['name', 'country', 'annex_no', 'homepage', 'eccp_listed', 'founded', 'since', 'until']);

// Statements of one attribute side by side; those that differ where only one can hold are rivals.
function factBlock(id, attribute, facts, noted) {
  const isCount = facts.some(fact => fact.unit);
  const texts = new Set(facts.map(fact => `${fact.value}${fact.qualifier}${fact.strict}${fact.upper}`));
  const isRival = texts.size > 1 && (isCount || SINGLE.has(attribute));
  return h(
    'div',
    { class: `fact ${isRival ? 'rivals' : ''}` },
    h(
      'div',
      { class: 'label' },
      data.words.attributes[attribute] || attribute,
      isRival && h('span', {}, ' ', h('span', { class: 'tag warn' }, 'statements differ')),
    ),
    facts.map(fact => statement(fact, isRival, noted)),
    isRival &&
      !facts.some(fact => fact.preferred) &&
      things.get(id)?.counts[attribute] &&
      h(
        'div',
        { class: 'why' },
        `Nothing decides between them; taken as ${spanned(things.get(id).counts[attribute])}.`,
      ),
  );
}

// A note that many statements share is written out once.
function statement(fact, isRival, noted) {
  const value = fact.unit
    ? `${quantity(fact)} ${fact.unit === fact.attribute ? '' : unitLabel(fact.unit)}`.trim()
    : fact.value === true
      ? 'yes'
      : fact.value === false
        ? 'no'
        : fact.value;
  const text =
    fact.attribute === 'scheme'
      ? marks.get(value)?.label || value
      : fact.attribute === 'country'
        ? countryName(value)
        : fact.attribute === 'homepage'
          ? address(String(value))
          : String(value);
  const isShown = isRival && fact.preferred;
  return h(
    'div',
    { class: `statement ${isShown ? 'preferred' : ''}` },
    text,
    ' ',
    isShown && h('span', { class: 'tag good' }, 'used'),
    fact.status !== 'stated' && h('span', { class: 'tag warn' }, fact.status),
    ' ',
    cite(fact.source),
    fact.as_written &&
      fact.as_written !== String(value) &&
      h('div', { class: 'quote' }, `as written: “${fact.as_written}”`),
    fact.note && h('div', { class: 'why', title: fact.note }, noted.has(fact.note) ? 'note as above' : fact.note),
    fact.note && void noted.add(fact.note),
  );
}

function relationsOf(said) {
  if (!said.relations.length) return null;
  const groups = new Map();
  for (const one of said.relations) {
    const group =
      one.relation === 'classified as' ? marks.get(one.other.split(':')[0])?.label || one.relation : one.relation;
    groups.set(group, [...(groups.get(group) || []), one]);
  }
  return h(
    'section',
    { class: 'relations' },
    h('h3', {}, `Relations · ${said.relations.length}`),
    [...groups].map(([label, ties]) => [
      h('h4', {}, `${label}${ties.length > 1 ? ` · ${ties.length}` : ''}`),
      tieList(ties),
    ]),
  );
}

function tieList(ties) {
  const rows = ties.map(one => {
    const span = [one.since && `from ${one.since}`, one.until && `until ${one.until}`].filter(Boolean).join(' ');
    const extra = [one.role, span, one.context && 'undecided: either … or both'].filter(Boolean).join(', ');
    const known = data.words.names[one.other];
    return h(
      'li',
      { title: one.note || null },
      h(
        'span',
        {},
        link(one.other),
        extra && h('span', { class: 'muted' }, ` ${extra}`),
        one.status !== 'stated' && h('span', { class: 'tag warn' }, one.status),
        known && !known[2] && h('span', { class: 'muted' }, ' (not on this day)'),
      ),
      cite(one.source),
    );
  });
  const first = h('ul', {}, rows.slice(0, 12));
  return rows.length <= 14
    ? h('ul', {}, rows)
    : [first, h('details', {}, h('summary', {}, `${rows.length - 12} more`), h('ul', {}, rows.slice(12)))];
}

// ---- 13. what happens when something changes -------------------------------------------------------------

const say = text => {
  element('live').textContent = text;
};

function select(id, { look: isLook = false } = {}) {
  state.selected = id;
  remember();
  paint();
  if (id && isLook) look(id);
  for (const row of element('body').querySelectorAll('tr.row')) row.classList.toggle('selected', row.dataset.id === id);
  if (state.tab === 'chain' || state.tab === 'list') renderTab();
  renderDetail();
  if (id) element('detail').scrollTop = 0;
  say(
    id
      ? `Selected ${nameOf(id)}; ${plural(tied(id).size, 'tie')}`
      : `Nothing selected; ${element('shown').textContent}`,
  );
}

function changed(what) {
  remember();
  if (what === 'legend') renderLegend();
  if (what === 'filters') renderFacets();
  paint();
  if (what === 'filters' || what === 'legend') say(element('shown').textContent);
  if (what === 'filters' || (what === 'legend' && state.tab === 'list') || (what === 'size' && state.tab === 'list'))
    renderTab();
  if (what === 'members') askAgain();
  if (what === 'members') renderAlliance();
}

function everything() {
  renderLegend();
  renderFacets();
  show(
    element('layouts'),
    data.layouts.map(one =>
      h(
        'button',
        {
          type: 'button',
          'data-layout': one.id,
          'aria-pressed': String(one.id === state.view),
          onclick: () => lay(one.id),
        },
        one.label,
      ),
    ),
  );
  makeRoom();
  paint();
  fit();
  renderAlliance();
  renderTabs();
  renderTab();
  renderDetail();
  if (!isStart()) askAgain();
  if (state.weights || weighed) askWeights();
  setTimeout(fit, 160);
}

// Columns need height: on a low screen the picture takes more of it.
function makeRoom() {
  element('centre').classList.toggle('columns', layout().bands.length > 0);
  element('centre').classList.toggle('figures', state.tab === 'evaluation' && FIGURES.has(state.figure));
}

function lay(id) {
  state.view = id;
  makeRoom();
  remember();
  for (const button of element('layouts').children)
    button.setAttribute('aria-pressed', String(button.dataset.layout === id));
  travel();
  say(`${layout().label} layout; ${element('shown').textContent}`);
}

element('colour').addEventListener('change', event => {
  state.colour = event.target.value;
  renderRamp();
  changed('colour');
});
element('size').addEventListener('change', event => {
  state.size = event.target.value;
  renderScale();
  changed('size');
});
element('nearer').addEventListener('click', () => zoom(1.3));
element('farther').addEventListener('click', () => zoom(1 / 1.3));
element('fit').addEventListener('click', fit);
element('download').addEventListener('click', () => {
  if (data.is_served) {
    h('a', { href: `/api/alliance.xlsx?${new URLSearchParams({ members: state.members.join(',') })}`, download: 'alliance.xlsx' }).click();
    return say('The workbook of the alliance is made; hanse load reads it');
  }
  const members = state.members.map(id => ({ ...things.get(id), profile: data.profiles[id] || null }));
  const kept = members.map(({ id, name, country, aliases, categories, counts, scores, profile: said }) => ({ id, name, country, aliases, categories, counts, scores, said }));
  save(JSON.stringify({ project: data.project, as_of: data.as_of, alliance: kept }, null, 1), 'alliance.json', 'application/json');
  return say('What this file holds of the alliance, as JSON; the served explorer hands on a workbook that loads again');
});
element('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    say('The link is copied');
    element('copy').textContent = 'Copied';
  } catch {
    say('Copy the address of this page');
    element('copy').textContent = 'Copy the address';
  }
  setTimeout(() => {
    element('copy').textContent = 'Copy link';
  }, 1600);
});

document.addEventListener('keydown', event => {
  const isTyping = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
  if (event.key === 'Escape' && state.selected) return select(null);
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const press = { '/': () => field.focus(), f: fit, '+': () => zoom(1.3), '-': () => zoom(1 / 1.3) }[event.key];
  if (!press || (host.contains(event.target) && '+-'.includes(event.key))) return undefined;
  event.preventDefault();
  return press();
});

// The line between picture and tables can be moved, by hand and by keys.
const split = element('split');
function setSplit(share) {
  const kept = Math.min(85, Math.max(12, share));
  element('centre').style.setProperty('--picture', `${kept}%`);
  split.setAttribute('aria-valuenow', String(Math.round(kept)));
}
split.addEventListener('keydown', event => {
  const step = { ArrowUp: -4, ArrowDown: 4 }[event.key];
  if (step) {
    event.preventDefault();
    setSplit(Number(split.getAttribute('aria-valuenow')) + step);
  }
});
split.addEventListener('pointerdown', event => {
  split.setPointerCapture(event.pointerId);
  const move = moved => {
    const box = element('centre').getBoundingClientRect();
    setSplit(((moved.clientY - box.top) / box.height) * 100);
  };
  split.addEventListener('pointermove', move);
  split.addEventListener(
    'pointerup',
    () => {
      split.removeEventListener('pointermove', move);
      fit();
    },
    { once: true },
  );
});
split.addEventListener('dblclick', () => {
  element('centre').style.removeProperty('--picture');
  fit();
});

window.addEventListener('hashchange', () => {
  if (location.hash.replace(/^#/, '') !== hash()) {
    follow(location.hash);
    everything();
  }
});
// A pane of another size shows the whole picture again; the first call only tells the size there is.
let resized = 0;
let known = '';
new ResizeObserver(([{ contentRect }]) => {
  const size = `${contentRect.width}x${contentRect.height}`;
  const isNew = known && size !== known;
  known = size;
  if (!isNew) return;
  clearTimeout(resized);
  resized = setTimeout(fit, 120);
}).observe(host);

if (!data.is_served) element('download').title = 'As JSON; the served explorer hands on a workbook that loads again';
element('day').textContent = data.as_of ? `as it stood on ${dated(data.as_of)}` : 'all days together';
document.body.classList.toggle('part', Boolean(drawnPart));
if (isSearched) field.placeholder = `Find among ${number(drawnPart.clusters)} clusters, and all else …`;
follow(location.hash);
everything();
if (isSearched && !drawnPart.around) field.focus();

// The served page asks for the conflicts once it stands.
if (data.is_served) {
  if (!drawnPart) held('bridges').then(found => {
    bridgeIds = new Set((found.access_points || []).map(one => one.id));
    renderRamp();
    network.redraw();
  });
  fetched('conflicts', {}).then(
    found => {
      data.documents.conflicts = found;
      renderTabs();
      if (state.tab === 'conflicts') renderTab();
    },
    fault => say(fault.message),
  );
}

// A handle for scripts and tests: what is shown, and the answers it rests on.
window.hanse = {
  data,
  state,
  network,
  profile,
  whatIf,
  select,
  join,
  leave,
  shown: () => [...current.shown],
  names: () => labelled,
  answer: () => answer,
};
document.documentElement.dataset.ready = 'true';
