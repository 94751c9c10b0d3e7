// Calls a Graph API with messaging-api-messenger, a client from npm that knows nothing of this project, and writes a line for each call:
// its name and its result, as JSON. With RECORD_TO, the requests are written to that folder too, with placeholders for what differs from
// run to run.
//
//   ORIGIN=http://127.0.0.1:5005 ACCESS_TOKEN=… NODE_PATH=…/node_modules node client.js

const fs = require('fs');
const http = require('http');
const path = require('path');
const { MessengerBatch, MessengerClient } = require('messaging-api-messenger');

const { ORIGIN, ACCESS_TOKEN, RECORD_TO } = process.env;
const PERSON = '4471239905512287';
const PAGE_INBOX = '263902037430900';
const BYTES = Buffer.from('%PDF-1.4 made up');

const placeholders = new Map([[ACCESS_TOKEN, '{access_token}']]);
let current = '';
let number = 0;

async function main() {
  const recorder = RECORD_TO ? await record() : null;
  const origin = recorder ? `http://127.0.0.1:${recorder.address().port}` : ORIGIN;
  await callAll(new MessengerClient({ accessToken: ACCESS_TOKEN, origin }));
  recorder?.close();
}

async function callAll(client) {
  const button = { type: 'postback', title: 'Order', payload: 'ORDER' };

  await call('text', () => client.sendText(PERSON, 'Hyvää päivää 👋'));
  await call('image-by-url', () => client.sendImage(PERSON, 'https://cdn.example.com/menu.jpg'));
  await call('image-bytes', () => client.sendImage(PERSON, BYTES, { filename: 'menu.jpg', contentType: 'image/jpeg' }));
  await call('typing-on', () => client.typingOn(PERSON));
  await call('typing-off', () => client.typingOff(PERSON));
  await call('mark-seen', () => client.markSeen(PERSON));
  await call('button-template', () => client.sendButtonTemplate(PERSON, 'What would you like?', [button, { type: 'web_url', title: 'Menu', url: 'https://example.com/menu' }]));
  await call('generic-template', () => client.sendGenericTemplate(PERSON, [{ title: 'Pizza', subtitle: 'From 9 EUR', imageUrl: 'https://cdn.example.com/pizza.jpg', buttons: [button] }]));
  await call('quick-replies', () => client.sendText(PERSON, 'Which size?', {
    quickReplies: [{ contentType: 'text', title: 'Small', payload: 'S' }, { contentType: 'text', title: 'Large', payload: 'L' }],
  }));
  await call('human-agent', () => client.sendText(PERSON, 'Your bicycle is ready. Aino', { tag: 'HUMAN_AGENT' }));
  await call('response', () => client.sendText(PERSON, 'Thank you', { messagingType: 'RESPONSE' }));
  await call('retired-tag', () => client.sendText(PERSON, 'Your account has changed', { tag: 'ACCOUNT_UPDATE' }));
  await call('batch', () => client.sendBatch([
    MessengerBatch.sendText(PERSON, 'One & two'),
    MessengerBatch.typingOn(PERSON),
    MessengerBatch.getUserProfile(PERSON),
  ]));

  await call('user-profile', () => client.getUserProfile(PERSON));
  await call('user-profile-fields', () => client.getUserProfile(PERSON, { fields: ['first_name', 'locale'] }));

  const persona = await call('create-persona', () => client.createPersona({ name: 'Aino', profilePictureUrl: 'https://cdn.example.com/aino.jpg' }));
  placeholders.set(persona?.id, '{persona_id}');
  await call('get-persona', () => client.getPersona(persona?.id));
  await call('list-personas', () => client.getPersonas());
  await call('text-of-persona', () => client.sendText(PERSON, 'Hei, Aino here', { personaId: persona?.id }));
  await call('delete-persona', () => client.deletePersona(persona?.id));

  await call('set-get-started', () => client.setGetStarted('START'));
  await call('get-get-started', () => client.getGetStarted());
  await call('set-persistent-menu', () => client.setPersistentMenu([button]));
  await call('get-persistent-menu', () => client.getPersistentMenu());
  await call('delete-persistent-menu', () => client.deletePersistentMenu());
  await call('delete-get-started', () => client.deleteGetStarted());
  await call('set-greeting', () => client.setGreeting('Welcome!'));
  await call('get-greeting', () => client.getGreeting());
  await call('delete-greeting', () => client.deleteGreeting());

  const upload = await call('upload-by-url', () => client.uploadImage('https://cdn.example.com/menu.jpg', { isReusable: true }));
  placeholders.set(upload?.attachmentId, '{attachment_id}');
  await call('image-by-id', () => client.sendImage(PERSON, { attachmentId: upload?.attachmentId }));
  await call('upload-bytes', () => client.uploadFile(BYTES, { isReusable: true, filename: 'menu.pdf', contentType: 'application/pdf' }));

  await call('pass-thread-control', () => client.passThreadControl(PERSON, PAGE_INBOX, 'a complaint'));
  await call('take-thread-control', () => client.takeThreadControl(PERSON, 'solved'));
  await call('request-thread-control', () => client.requestThreadControl(PERSON, 'please'));
  await call('thread-owner', () => client.getThreadOwner(PERSON));
  await call('pass-to-inbox', () => client.passThreadControlToPageInbox(PERSON));
}

async function call(name, send) {
  current = name;
  try {
    const result = await send();
    console.log(JSON.stringify({ name, result }));
    return result;
  } catch (error) {
    console.log(JSON.stringify({ name, error: error.message }));
    return undefined;
  }
}

// Passes each request on, and writes it down. The lines of a multipart body end with CR and LF, which the files do not have.
function record() {
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const target = http.request(ORIGIN + request.url, { method: request.method, headers: { ...request.headers, host: new URL(ORIGIN).host } }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      target.end(body);
      const type = request.headers['content-type'];
      let text = `${request.method} ${request.url}\n${type ? `Content-Type: ${type}\n` : ''}\n${body.toString().replaceAll('\r\n', '\n')}`;
      for (const [value, placeholder] of placeholders) text = value ? text.replaceAll(value, placeholder) : text;
      number += 1;
      fs.writeFileSync(path.join(RECORD_TO, `${String(number).padStart(2, '0')}-${current}.http`), text.endsWith('\n') ? text : `${text}\n`);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

main();
