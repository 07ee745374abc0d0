'use strict';
// Elements made without markup, so that text of an article is only ever text; and lists in groups.

const byId = id => document.getElementById(id);

// make('a', {class: 'x', hidden: true}, 'text', element): an attribute that is false or null is left out.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  element.append(...children.filter(child => child != null && child !== ''));
  return element;
}

// Text of others keeps its own direction and does not turn that of its neighbours.
const bdi = text => make('bdi', {}, text);

const counted = (number, noun) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

// The items by what keyOf says of each, in the order in which the keys come.
function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

