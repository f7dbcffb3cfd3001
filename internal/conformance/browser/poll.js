// The script of every page in a browser without a driver: it asks the server for the next address.
addEventListener('load', async () => {
  for (;;) {
    try {
      const response = await fetch('/__poll', {cache: 'no-store', referrerPolicy: 'no-referrer'});
      const address = await response.text();
      if (address) { location.replace(address); return; }
    } catch (e) { await new Promise(resolve => setTimeout(resolve, 50)); }
  }
});
