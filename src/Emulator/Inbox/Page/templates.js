import { fields, h, link, list, missing, picture, text, webUrl } from './dom.js';

// Shows the templates of attachments.

export function template(payload, context) {
  const kind = text(payload.template_type).toLowerCase();
  switch (kind) {
    case 'generic': return cards(list(payload.elements).map(element => genericCard(fields(element), context)));
    case 'button': return h('div', { class: 'card' }, h('p', { class: 'words' }, text(payload.text)), buttons(payload.buttons, context));
    case 'media': return cards(list(payload.elements).map(element => mediaCard(fields(element), context)));
    case 'product': return cards(list(payload.elements).map(element => h('div', { class: 'card' }, h('p', { class: 'title' }, 'A product'), h('p', { class: 'subtitle' }, text(fields(element).id)))));
    case 'image_grid': return cards(list(payload.elements).map(element => gridCard(fields(element), context)));
    case 'receipt': return receipt(payload);
    case 'coupon': return coupon(payload, context);
    case 'customer_feedback': return feedback(payload);
    case 'customer_information': return information(payload);
    case 'notification_messages':
    case 'one_time_notif_req': return optIn(payload, context);
    default: return h('div', { class: 'card' }, h('p', { class: 'eyebrow' }, kind ? `Template ${kind}` : 'A template without a type'), readable(payload));
  }
}

function cards(all) {
  if (all.length === 0) return h('div', { class: 'card' }, missing('A template without elements'));
  return all.length === 1 ? all[0] : h('div', { class: 'cards', role: 'group', tabindex: '0', 'aria-label': `${all.length} cards` }, all);
}

function genericCard(element, context) {
  const action = fields(element.default_action);
  const head = [
    element.image_url !== undefined ? picture(element.image_url, `Picture of ${text(element.title) || 'a card'}`, { class: 'cover' }) : null,
    h('p', { class: 'title' }, text(element.title)),
    element.subtitle !== undefined ? h('p', { class: 'subtitle' }, text(element.subtitle)) : null,
  ];
  return h('div', { class: 'card' }, webUrl(action.url) ? link(action.url, { class: 'whole' }, head) : head, buttons(element.buttons, context));
}

function mediaCard(element, context) {
  const isVideo = text(element.media_type).toLowerCase() === 'video';
  const source = element.url ?? `uploaded as ${text(element.attachment_id)}`;
  const shown = isVideo || !webUrl(element.url) ? missing(isVideo ? 'A video' : 'A picture', source) : picture(element.url, 'A picture', { class: 'cover' });
  return h('div', { class: 'card' }, shown, buttons(element.buttons, context));
}

function gridCard(element, context) {
  const pictures = list(element.images).map(fields).map(image => {
    const shown = picture(image.url, 'A picture of the grid');
    const action = fields(image.action);
    const class_ = image.is_hero_image === true ? 'hero' : null;
    if (webUrl(action.url)) return link(action.url, { class: class_ }, shown);
    return text(action.type) === 'postback' ? h('button', { type: 'button', class: class_, onclick: () => context.tap({ ...action, title: action.text }) }, shown) : h('span', { class: class_ }, shown);
  });
  return h('div', { class: 'card' },
    h('div', { class: 'grid' }, pictures),
    element.title !== undefined ? h('p', { class: 'title' }, text(element.title)) : null,
    element.subtitle !== undefined ? h('p', { class: 'subtitle' }, text(element.subtitle)) : null,
    buttons(element.buttons, context));
}

const kinds = {
  account_link: 'Log in', log_in: 'Log in', account_unlink: 'Log out', game_play: 'Play', element_share: 'Share', payment: 'Pay',
};

export function buttons(all, context) {
  const shown = list(all).map(fields).map(one => choice(one, context));
  return shown.length === 0 ? null : h('div', { class: 'choices' }, shown);
}

function choice(one, context) {
  const type = text(one.type).toLowerCase();
  const label = text(one.title) || kinds[type] || type || 'A button';
  if (type === 'web_url') return link(one.url, { class: 'choice' }, label);
  if (type === 'postback') return h('button', { type: 'button', class: 'choice', onclick: () => context.tap({ title: label, payload: one.payload }) }, label);
  if (type === 'phone_number') return h('span', { class: 'choice', title: `Calls ${text(one.payload)}` }, `${label} `, h('small', {}, text(one.payload)));
  return h('span', { class: 'choice', title: `A button of the type ${type}` }, label);
}

function receipt(payload) {
  const money = amount => (amount === undefined ? '' : `${text(amount)} ${text(payload.currency)}`);
  const summary = fields(payload.summary);
  const address = fields(payload.address);
  const line = (name, amount, class_) => (amount === undefined ? null : h('tr', { class: class_ }, h('th', { scope: 'row' }, name), h('td', {}, money(amount))));
  return h('div', { class: 'card receipt' },
    h('p', { class: 'eyebrow' }, `Receipt ${text(payload.order_number)}`),
    h('table', {}, h('tbody', {},
      list(payload.elements).map(fields).map(item => line(`${item.quantity !== undefined ? `${text(item.quantity)} × ` : ''}${text(item.title)}`, item.price)),
      line('Subtotal', summary.subtotal), line('Shipping', summary.shipping_cost), line('Tax', summary.total_tax),
      list(payload.adjustments).map(fields).map(item => (item.amount === undefined ? null : line(text(item.name), `−${text(item.amount)}`))),
      line('Total', summary.total_cost, 'total'))),
    h('p', { class: 'subtitle' }, [payload.recipient_name, address.street_1, address.street_2, address.postal_code, address.city, address.country].map(text).filter(Boolean).join(', ')),
    payload.payment_method !== undefined ? h('p', { class: 'subtitle' }, `Paid by ${text(payload.payment_method)}`) : null,
    webUrl(payload.order_url) ? h('div', { class: 'choices' }, link(payload.order_url, { class: 'choice' }, 'See the order')) : null);
}

function coupon(payload) {
  return h('div', { class: 'card' },
    payload.image_url !== undefined ? picture(payload.image_url, 'Picture of the coupon', { class: 'cover' }) : null,
    payload.coupon_pre_message !== undefined ? h('p', { class: 'eyebrow' }, text(payload.coupon_pre_message)) : null,
    h('p', { class: 'title' }, text(payload.title)),
    payload.subtitle !== undefined ? h('p', { class: 'subtitle' }, text(payload.subtitle)) : null,
    payload.coupon_code !== undefined ? h('p', { class: 'code' }, text(payload.coupon_code)) : null,
    payload.coupon_url !== undefined ? h('div', { class: 'choices' }, link(payload.coupon_url, { class: 'choice' }, text(payload.coupon_url_button_title) || 'Shop now')) : null);
}

function feedback(payload) {
  const questions = list(payload.feedback_screens).flatMap(screen => list(fields(screen).questions)).map(fields);
  return h('div', { class: 'card' },
    h('p', { class: 'eyebrow' }, 'Survey'),
    h('p', { class: 'title' }, text(payload.title)),
    payload.subtitle !== undefined ? h('p', { class: 'subtitle' }, text(payload.subtitle)) : null,
    h('ul', { class: 'values' }, questions.map(question => h('li', {}, text(question.title) || `A question of the type ${text(question.type)}`))),
    h('div', { class: 'choices' }, h('span', { class: 'choice' }, text(payload.button_title) || 'Answer')));
}

function information(payload) {
  return h('div', { class: 'card' },
    h('p', { class: 'eyebrow' }, 'Form'),
    h('p', { class: 'title' }, 'Your name, address and phone number'),
    h('p', { class: 'subtitle' }, `For ${list(payload.countries).map(text).join(', ') || 'any country'}`),
    h('div', { class: 'choices' }, h('span', { class: 'choice' }, 'Fill in')));
}

function optIn(payload, context) {
  const title = text(payload.title);
  return h('div', { class: 'card' },
    payload.image_url !== undefined ? picture(payload.image_url, `Picture of ${title || 'the request'}`, { class: 'cover' }) : null,
    h('p', { class: 'title' }, title || 'May the Page write to you again?'),
    h('div', { class: 'choices' }, h('button', { type: 'button', class: 'choice', onclick: () => context.optIn(payload.payload, title) }, 'Allow messages')));
}

// Any other object, as a list of its members.
export function readable(value, depth = 0) {
  if (Array.isArray(value)) return h('ul', { class: 'values' }, value.slice(0, 50).map(item => h('li', {}, readable(item, depth + 1))));
  if (value === null || typeof value !== 'object' || depth > 6) return h('span', {}, text(value));
  return h('dl', { class: 'members' }, Object.entries(value).filter(([name]) => name !== 'template_type').slice(0, 50).map(([name, item]) => h('div', {}, h('dt', {}, name.replaceAll('_', ' ')), h('dd', {}, readable(item, depth + 1)))));
}
