import { h } from './dom.js';

// Lays out JSON for reading without parsing it: numbers keep their digits, and repeated names stay.

const longest = 200000;
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|[^\s{}[\],:"]+/gsu;

export function layOut(json) {
  const block = h('pre', { class: 'json', tabindex: '0' });
  if (json.length > longest) {
    block.append(json);
    return block;
  }
  let depth = 0;
  const tokens = json.match(token) ?? [];
  tokens.forEach((one, i) => {
    const next = tokens[i + 1];
    if ((one === '{' && next === '}') || (one === '[' && next === ']')) block.append(one);
    else if (one === '{' || one === '[') block.append(one, line(++depth));
    else if (one === '}' || one === ']') block.append(isEmpty(tokens, i) ? '' : line(--depth), one);
    else if (one === ',') block.append(one, line(depth));
    else if (one === ':') block.append(': ');
    else block.append(h('span', { class: classOf(one, next) }, one));
  });
  return block;
}

const isEmpty = (tokens, i) => (tokens[i] === '}' && tokens[i - 1] === '{') || (tokens[i] === ']' && tokens[i - 1] === '[');

const line = depth => `\n${'  '.repeat(Math.max(0, depth))}`;

function classOf(one, next) {
  if (one.startsWith('"')) return next === ':' ? 'name' : 'string';
  return /^[-\d]/u.test(one) ? 'number' : 'word';
}
