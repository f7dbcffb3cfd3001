// The script of a page that makes the calls of a batch of scenarios and posts what it observed. The server puts the
// constant `batch` before it: {generation, width, scenarios: [{id, calls}]}.
(async () => {
  const callLimit = 9000; // milliseconds
  const resultsPerPost = 10;
  const script = window.fetch.bind(window);
  const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

  const exception = e =>
    e && typeof e === 'object' ? {name: String(e.name), message: String(e.message)} : {name: typeof e, message: String(e)};

  function lines(headers) {
    const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
    return headers.map(([name, value]) => [name.toLowerCase(), value])
      .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  }

  const makeBody = {
    text: text => text,
    urlencoded: text => new URLSearchParams([['k', text]]),
    formdata(text) { const form = new FormData(); form.append('k', text); return form; },
    blob: (text, type) => new Blob([text], type === undefined ? {} : {type}),
    arraybuffer: text => new TextEncoder().encode(text).buffer,
    stream: text => new ReadableStream({
      start(controller) { controller.enqueue(new TextEncoder().encode(text)); controller.close(); },
    }),
  };
  const bodyOf = call => call.body && makeBody[call.body.kind]('x'.repeat(call.body.length), call.body.type);

  async function callFetch(call) {
    const init = {};
    for (const member of ['method', 'mode', 'credentials', 'redirect', 'cache', 'referrerPolicy', 'integrity', 'keepalive']) {
      if (call[member] !== undefined) init[member] = call[member];
    }
    if (call.referrer !== undefined) init.referrer = call.referrer === 'no-referrer' ? '' : call.referrer;
    if (call.headers) init.headers = call.headers;
    if (call.body) init.body = bodyOf(call);
    if (call.body && call.body.kind === 'stream') init.duplex = 'half';
    let promise;
    try { promise = script(call.url, init); } catch (e) { return {outcome: 'threw', error: exception(e)}; }
    let response;
    try { response = await promise; } catch (e) { return {outcome: 'rejected', error: exception(e)}; }
    const {type, status, statusText, url, redirected} = response;
    const result = {outcome: 'resolved', type, status, statusText, url, redirected, headers: lines([...response.headers])};
    if (response.body === null) result.bodyNull = true;
    try { result.body = (await response.text()).slice(0, 200); } catch (e) { result.bodyError = exception(e); }
    return result;
  }

  function callXHR(call) {
    return new Promise(resolve => {
      const xhr = new XMLHttpRequest(), events = [];
      try {
        xhr.open(call.method === undefined ? 'GET' : call.method, call.url, true);
        if (call.withCredentials) xhr.withCredentials = true;
        for (const [name, value] of call.headers || []) xhr.setRequestHeader(name, value);
        for (const name of ['loadstart', 'load', 'error', 'abort', 'timeout']) {
          xhr.addEventListener(name, () => events.push(name));
        }
        for (const name of call.uploadListener ? ['loadstart', 'load', 'error'] : []) {
          xhr.upload.addEventListener(name, () => events.push('upload.' + name));
        }
        xhr.addEventListener('loadend', () => resolve({
          outcome: events.includes('load') ? 'load' : 'error',
          status: xhr.status, statusText: xhr.statusText, url: xhr.responseURL, events,
          headers: lines(xhr.getAllResponseHeaders().split('\r\n').filter(Boolean).map(line => {
            const colon = line.indexOf(': ');
            return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
          })),
          body: xhr.responseText.slice(0, 200),
        }));
        xhr.send(call.body ? bodyOf(call) : null);
      } catch (e) { resolve({outcome: 'threw', error: exception(e), events}); }
    });
  }

  // element makes an element, and resolves with what `loaded` says of it when it has loaded.
  function element(call, name, start, loaded) {
    return new Promise(resolve => {
      const e = document.createElement(name);
      const attributes = {
        crossorigin: call.crossorigin, referrerpolicy: call.referrerPolicy, integrity: call.integrity, type: call.elementType,
      };
      for (const [attribute, value] of Object.entries(attributes)) {
        if (value !== undefined) e.setAttribute(attribute, value);
      }
      const finish = outcome => { const more = loaded(e, outcome); e.remove(); resolve({outcome, ...more}); };
      e.onload = () => finish('load');
      e.onerror = () => finish('error');
      start(e);
    });
  }

  function isTainted(img) {
    try {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 2;
      const context = canvas.getContext('2d');
      context.drawImage(img, 0, 0);
      context.getImageData(0, 0, 1, 1);
      return false;
    } catch (e) { return true; }
  }

  const callImage = call => element(call, 'img', img => { img.src = call.url; },
    (img, outcome) => outcome === 'load' && {width: img.naturalWidth, tainted: isTainted(img)});

  const callScript = call => element(call, 'script',
    e => { e.src = call.url; document.body.append(e); },
    () => ({executed: window['__ex_' + call.key] !== undefined}));

  const callStyle = call => element(call, 'link',
    link => { link.rel = 'stylesheet'; link.href = call.url; document.head.append(link); },
    (link, outcome) => {
      if (outcome !== 'load') return {};
      const result = {};
      try { result.width = link.sheet.cssRules.length; result.cssReadable = true; } catch (e) { result.cssReadable = false; }
      const styled = document.createElement('div');
      styled.className = 'k' + call.key;
      document.body.append(styled);
      result.applied = getComputedStyle(styled).zIndex === '7';
      styled.remove();
      return result;
    });

  async function callFont(call) {
    try {
      await new FontFace('f' + call.key, 'url("' + call.url + '")').load();
      return {outcome: 'load'};
    } catch (e) { return {outcome: 'error', error: exception(e)}; }
  }

  const callBeacon = call => ({outcome: String(navigator.sendBeacon(call.url, call.body ? bodyOf(call) : undefined))});

  const make = {
    fetch: callFetch, xhr: callXHR, img: callImage, script: callScript, style: callStyle, font: callFont, beacon: callBeacon,
  };

  async function observe(call) {
    let timer;
    const limit = new Promise(resolve => { timer = setTimeout(() => resolve({outcome: 'timeout'}), callLimit); });
    try { return await Promise.race([make[call.kind](call), limit]); }
    catch (e) { return {outcome: 'threw', error: exception(e)}; }
    finally { clearTimeout(timer); }
  }

  let results = [];

  async function post(done) {
    const body = JSON.stringify({generation: batch.generation, results, done});
    results = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        await script(location.protocol + '//' + location.host + '/__result',
          {method: 'POST', mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', body});
        return;
      } catch (e) { await sleep(50); }
    }
  }

  async function run({id, calls}) {
    const observed = [];
    for (const call of calls) {
      call.key = id.replace(/[^0-9a-zA-Z]/g, '_');
      if (call.delayMs) await sleep(call.delayMs);
      observed.push(await observe(call));
      // What outlives the call reaches the server some time after it.
      if (call.kind === 'beacon' || call.keepalive) await sleep(150);
    }
    results.push({id, calls: observed});
    if (results.length >= resultsPerPost) await post(false);
  }

  await new Promise(resolve => document.readyState === 'complete' ? resolve() : addEventListener('load', resolve));
  // Scenarios that wait all start at once, the others take turns.
  const waits = scenario => scenario.calls.some(call => call.delayMs);
  const turns = batch.scenarios.filter(scenario => !waits(scenario));
  const worker = async () => { while (turns.length > 0) await run(turns.shift()); };
  await Promise.all([...batch.scenarios.filter(waits).map(run), ...Array.from({length: batch.width}, worker)]);
  await post(true);
})();
