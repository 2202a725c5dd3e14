import assert from 'node:assert/strict';
import { checkBaseUrl, originOf, serviceBaseUrl } from '../../../src/core/connection.ts';

describe('a base URL', () => {
  const accepted: [text: string, baseUrl: string][] = [
    [serviceBaseUrl, serviceBaseUrl],
    ['https://www.getrevox.com/api/', serviceBaseUrl],
    ['https://www.getrevox.com/api///', serviceBaseUrl],
    ['  https://www.getrevox.com/api\n', serviceBaseUrl],
    ['HTTPS://WWW.GetRevox.com/api', serviceBaseUrl],
    ['https://www.getrevox.com:443/api', serviceBaseUrl],
    ['https://revox.example:8443', 'https://revox.example:8443'],
    ['https://revox.example/', 'https://revox.example'],
    ['https://revox.example/a/b', 'https://revox.example/a/b'],
    ['http://localhost:4010/api', 'http://localhost:4010/api'],
    ['http://127.0.0.1:4010/api/', 'http://127.0.0.1:4010/api'],
    ['http://[::1]:4010/api', 'http://[::1]:4010/api'],
  ];
  for (const [text, baseUrl] of accepted) {
    it(`${JSON.stringify(text)} is ${baseUrl}`, () => assert.deepEqual(checkBaseUrl(text), { baseUrl }));
  }

  const refused: [text: string, problem: RegExp][] = [
    ['', /not a URL/],
    ['getrevox', /not a URL/],
    ['www.getrevox.com/api', /not a URL/],
    ['https://', /not a URL/],
    ['http://www.getrevox.com/api', /unprotected.*https:\/\//],
    ['http://localhost.example/api', /unprotected/],
    ['http://127.0.0.1.example/api', /unprotected/],
    ['http://0.0.0.0/api', /unprotected/],
    ['http://192.168.1.7/api', /unprotected/],
    ['http://localhost@evil.example/api', /unprotected/],
    ['ftp://www.getrevox.com/api', /unprotected/],
    ['javascript:alert(1)', /unprotected/],
    ['file:///etc/passwd', /unprotected/],
    ['https://user@www.getrevox.com/api', /user names/],
    ['https://user:pass@www.getrevox.com/api', /user names/],
    ['https://www.getrevox.com/api?key=1', /"\?"/],
    ['https://www.getrevox.com/api#top', /"#"/],
    ['http://user:pass@localhost/api', /user names/],
  ];
  for (const [text, problem] of refused) {
    it(`${JSON.stringify(text)} is rejected with the remedy`, () => {
      const checked = checkBaseUrl(text);
      assert.match('problem' in checked ? checked.problem : '', problem);
    });
  }

  it('binds a key to scheme, host and port', () => {
    assert.equal(originOf({ kind: 'service', baseUrl: serviceBaseUrl }), 'https://www.getrevox.com');
    assert.equal(
      originOf({ kind: 'sandbox', baseUrl: 'http://127.0.0.1:4010/api' }),
      'http://127.0.0.1:4010',
    );
  });

  it('quotes an invalid one on one line of limited length', () => {
    for (const text of ['x'.repeat(1_000_000), `http://a\nb.example/${'x'.repeat(1_000_000)}`]) {
      const checked = checkBaseUrl(text);
      assert.ok('problem' in checked && checked.problem.length < 400 && !checked.problem.includes('\n'));
    }
  });
});
