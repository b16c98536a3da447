// A flash sale: one hot SKU, four channels, thousands of buyers, holds that run out, a late receipt. It prints what each channel
// saw, and why nobody was oversold: the text of `examples/flash_sale.txt`, which the same story in Rust and Python prints, too.
//
//     node examples/node/flash-sale.mjs

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { Oms } from '../../bindings/node/index.mjs'; // in a project of your own: from 'oms-core'

const channels = {
  club: { type: 'exclusive' },
  market: { type: 'percentage', basisPoints: 2500 },
  app: { type: 'weighted', weight: 1, max: 150 },
  shop: { type: 'full' },
};
const price = { amount: '120.00', currency: 'EUR' };
const shipTo = { name: 'Ada Lovelace', country: 'DE', city: 'Hamburg', postalCode: '20095', lines: ['Jungfernstieg 1'] };

/** The whole day as text. */
export function story() {
  const sale = new Sale();
  prepare(sale);
  for (const [from, crowd] of [[clock(10, 0), 240], [clock(10, 10), 120], [clock(10, 20), 60], [clock(10, 30), 0]]) {
    sale.tenMinutes(from, crowd);
  }
  let promised = promiseLatePairs(sale);
  promised = hearOfTheDelay(sale, promised);
  receiveLatePairs(sale, promised);
  for (const [from, crowd] of [[clock(15, 0), 10], [clock(15, 10), 0]]) sale.tenMinutes(from, crowd);
  prove(sale);
  return `${sale.text.join('\n')}\n`;
}

/** The back end of the sale: what it sends to the engine, minute by minute, and what it notes for the story. */
class Sale {
  oms = new Oms();
  text = [];
  seed = 20261127;
  sent = 0;
  buyers = 0;
  told = {}; // how many pairs each channel was last told there are for it, and the version of that figure
  holding = [];
  waiting = [];
  granted = 0;
  refused = {};
  paid = 0;
  overcommit = 0;
  lostAnswers = 0;
  doubleClicks = 0;
  freeAtExpiry = [];

  /** In each minute pairs are paid or their holds run out, the channels are told, and a crowd comes. */
  tenMinutes(from, crowd) {
    const rows = {};
    for (const channel in channels) rows[channel] = { came: 0, sawNone: 0, refused: 0, held: 0, paid: 0, ranOut: 0 };
    let first;
    for (let minute = from; minute < from + 10; minute += 1) {
      if (minute === clock(10, 10)) {
        this.freeAtExpiry = [this.stock(minute - 1, 59).promiseable, this.stock(minute).promiseable];
      }
      const ended = this.holding.filter((buyer) => buyer.until === minute);
      this.holding = this.holding.filter((buyer) => buyer.until !== minute);
      for (const buyer of ended) rows[buyer.channel][buyer.pays ? 'paid' : 'ranOut'] += 1;
      this.pay(minute, ended.filter((buyer) => buyer.pays));
      this.publish(minute);
      first ??= { ...this.told };
      this.ask(minute, crowd, rows);
    }
    for (const [channel, row] of Object.entries(rows)) {
      const when = channel === 'club' ? time(from).slice(11, 16) : '';
      const cells = [
        [first[channel].value, 6], [this.told[channel].value, 5], [this.told[channel].version, 8], [row.came, 6],
        [row.sawNone, 9], [row.refused, 8], [row.held, 5], [row.paid, 5], [row.ranOut, 8],
      ];
      const figures = cells.map(([figure, width]) => String(figure).padStart(width)).join(' ');
      this.text.push(`${when.padEnd(5)}  ${channel.padEnd(7)} ${figures}`);
    }
  }

  /** Held pairs become orders: placed, holding what the cart held, paid, reviewed, and set aside where the pair lies. */
  pay(minute, buyers) {
    const at = time(minute);
    const actions = buyers.flatMap(({ number, channel, cart }) => {
      const order = `order-${number}`;
      const lines = [{ id: '1', sku: 'shoe', quantity: 1, unitPrice: price }];
      const draft = {
        channel, channelOrderId: order, placedAt: at, customer: `c-${number}`, currency: 'EUR', shipTo, lines,
      };
      return [
        { type: 'place_order', order, draft },
        { type: 'adopt_reservation', order, reservation: cart },
        { type: 'record_payment', order, payment: { id: '1', kind: 'captured', amount: price, at } },
        { type: 'review_order', order },
        { type: 'allocate_order', order, strategy: 'priority' },
      ];
    });
    const answers = this.oms.executeBatch(this.commands(minute, actions));
    assert.ok(answers.every((answer) => answer.type === 'accepted'));
    this.paid += buyers.length;
  }

  /**
   * Tells the channels how many pairs there are for them. The engine says whom to tell, by a version that only grows; who would
   * be told the same again is told nothing.
   */
  publish(minute) {
    const { events, explanations } = this.act(minute, { type: 'publish_stock', skus: ['shoe'] });
    for (const { type, event } of events) {
      if (type === 'channel_stock' && event.type === 'published') {
        this.told[event.channel] = { value: event.value, version: event.version };
      }
    }
    for (const { type, publication } of explanations) {
      if (type === 'publication') this.overcommit = Math.max(this.overcommit, publication.overcommit);
    }
  }

  /**
   * Buyers come, and each channel lets in no more of them than it was told there are pairs. Who is let in asks for a hold of ten
   * minutes, all of a minute in one batch.
   */
  ask(minute, crowd, rows) {
    const room = {};
    for (const channel in channels) room[channel] = this.told[channel].value;
    const asking = [];
    for (let count = 0; count < crowd; count += 1) {
      const buyer = this.nextBuyer(minute);
      rows[buyer.channel].came += 1;
      if (room[buyer.channel] > 0) {
        room[buyer.channel] -= 1;
        asking.push(buyer);
      } else {
        rows[buyer.channel].sawNone += 1;
        this.waiting.push(buyer);
      }
    }
    const commands = this.commands(minute, asking.map((buyer) => hold(buyer, 'cart', minute + 10)));
    const answers = this.oms.executeBatch(commands);
    for (const [at, buyer] of asking.entries()) {
      if (this.isGranted(answers[at])) {
        rows[buyer.channel].held += 1;
        this.mishap(minute, buyer, commands[at], answers[at]);
        this.holding.push(buyer);
      } else {
        rows[buyer.channel].refused += 1;
        this.waiting.push(buyer);
      }
    }
  }

  /** What goes wrong in every shop, and changes nothing. */
  mishap(minute, buyer, command, answer) {
    if (buyer.mishap === 0) {
      // The answer gets lost. The same command again gets it again.
      assert.deepStrictEqual(this.oms.executeBatch([command]), [answer]);
      this.lostAnswers += 1;
    } else if (buyer.mishap <= 2) {
      // A double click is a new command for the same cart, which has its pair already.
      assert.deepStrictEqual(this.act(minute, hold(buyer, 'cart', minute + 10)).events, []);
      this.doubleClicks += 1;
    } else if (buyer.mishap === 3 && buyer.channel !== 'club') {
      // The same customer with another cart is refused.
      const again = this.commands(minute, [hold(buyer, 'second-cart', minute + 10)]);
      assert.ok(!this.isGranted(this.oms.executeBatch(again)[0]));
    }
  }

  /** Whoever comes next: where, whether to pay and when, and what goes wrong. */
  nextBuyer(minute) {
    this.buyers += 1;
    const percent = this.below(100);
    const channel = Object.keys(channels)[[15, 40, 60].filter((end) => percent >= end).length];
    const pays = this.below(10) < 7;
    const thinks = 2 + this.below(8);
    const until = minute + (pays ? thinks : 10);
    return { number: this.buyers, cart: `cart-${this.buyers}`, channel, pays, until, mishap: this.below(20) };
  }

  /**
   * Chance of plain integers, the same in every language: a linear congruential generator with the constants of Numerical
   * Recipes. The products stay below 2^53.
   */
  below(end) {
    this.seed = (this.seed * 1664525 + 1013904223) % 2 ** 32;
    return (this.seed >>> 8) % end;
  }

  /** Commands of the actions, each with an id of its own. */
  commands(minute, actions) {
    return actions.map((action) => {
      this.sent += 1;
      return { id: `c-${this.sent}`, tenant: 'acme', at: time(minute), action };
    });
  }

  /** One command that must not be refused. */
  act(minute, action) {
    return this.oms.execute(this.commands(minute, [action])[0]);
  }

  /** Whether a hold or promise was granted; counts it, or the code by which it was refused. */
  isGranted({ type, error }) {
    if (type === 'accepted') this.granted += 1;
    else this.refused[error.code] = (this.refused[error.code] ?? 0) + 1;
    return type === 'accepted';
  }

  /** What there is of the shoe at an instant. */
  stock(minute, second = 0) {
    return this.oms.availability('acme', ['shoe'], time(minute, second))[0];
  }
}

function prepare(sale) {
  const policy = { channels: Object.entries(channels).map(([channel, sharing]) => ({ channel, sharing })) };
  for (const action of [
    { type: 'put_sku', sku: { id: 'shoe', maxPerCustomer: 1 } },
    { type: 'put_node', node: { id: 'berlin' } },
    { type: 'put_node', node: { id: 'munich' } },
    { type: 'receive_stock', sku: 'shoe', node: 'berlin', quantity: 700 },
    { type: 'receive_stock', sku: 'shoe', node: 'munich', quantity: 300 },
    { type: 'allocate_quota', sku: 'shoe', part: { group: ['club'], node: 'berlin', quantity: 200 } },
    { type: 'put_publication_policy', policy },
    expectReceipt(clock(12, 0)),
  ]) {
    sale.act(clock(9, 0), action);
  }
  sale.text.push(`\
A flash sale: 1,000 pairs of one shoe, one for each customer, held for ten minutes.
Berlin has 700 of them, 200 fenced for the club; Munich has 300. What channels are told:
  club    exclusive: its quota of 200, and nothing else
  market  percentage: 25 % of what no quota fences
  app     weighted: what the percentages leave, at most 150
  shop    full: all that no quota fences

       channel  first  last  version   came  saw none  refused  held  paid  ran out`);
}

/** Who left without a pair asks for one of the receipt. It promises what it brings, and not one more. */
function promiseLatePairs(sale) {
  const asking = sale.waiting.slice(0, 200);
  const actions = asking.map(({ cart }) => promisePair(cart, clock([13, 14, 16][sale.below(3)], 0)));
  const answers = sale.oms.executeBatch(sale.commands(clock(10, 40), actions));
  const promised = asking.filter((_, at) => sale.isGranted(answers[at]));
  sale.text.push(`
10:40  ${thousands(sale.waiting.length)} left without a pair. A receipt of 150 is expected at 12:00; of the first
       200 of them, ${promised.length} are promised a pair of it, ${200 - promised.length} are refused.`);
  return promised;
}

/** The receipt is late. The engine names the promises that breaks, by how much, and the date to offer instead. */
function hearOfTheDelay(sale, promised) {
  const now = clock(11, 30);
  const [{ broken }] = sale.act(now, expectReceipt(clock(15, 0))).explanations;
  const alike = {};
  for (const { due, slackSeconds, proposed } of broken) {
    const hours = Math.trunc(slackSeconds / 3600);
    const what = `for ${due.slice(11, 16)} have a slack of ${hours} h; the engine proposes ${proposed.slice(11, 16)}.`;
    alike[what] = (alike[what] ?? 0) + 1;
  }
  const kept = promised.length - broken.length;
  sale.text.push(`11:30  The receipt slips to 15:00. That breaks ${broken.length} promises, and ${kept} hold:`);
  for (const what of Object.keys(alike).sort()) sale.text.push(`       ${alike[what]} ${what}`);
  // Who can have a pair in time gets one that came free. Of the others every third gives up, the rest take the new date: the
  // same promise, made anew.
  const [waiting, inTime] = [[], []];
  let gaveUp = 0;
  for (const buyer of promised) {
    const { cart } = buyer;
    const release = { type: 'release_promise', sku: 'shoe', node: 'munich', promise: cart };
    const at = broken.findIndex(({ promise }) => promise === cart);
    if (at < 0) {
      waiting.push(buyer);
    } else if (broken[at].proposed === broken[at].due) {
      sale.act(now, release);
      const items = [{ sku: 'shoe', node: 'munich', quantity: 1 }];
      sale.act(now, { type: 'reserve_stock', reservation: cart, items });
      inTime.push(buyer);
    } else if (at % 3 === 0) {
      sale.act(now, release);
      gaveUp += 1;
    } else {
      sale.act(now, promisePair(cart, clock(15, 0)));
      waiting.push(buyer);
    }
  }
  sale.pay(now, inTime);
  const later = waiting.length - kept;
  sale.text.push(
    `       ${inTime.length} get a pair in time that came free, ${later} take the new date, ${gaveUp} give up.`,
  );
  return waiting;
}

/** What arrives is held for whom it was promised to, before any channel is told of it. */
function receiveLatePairs(sale, promised) {
  const now = clock(15, 0);
  const before = sale.stock(now).promiseable;
  sale.act(now, { type: 'receive_stock', sku: 'shoe', node: 'munich', quantity: 150, receipt: 'late' });
  const free = sale.stock(now).promiseable - before;
  sale.pay(now, promised);
  const left = sale.told.club.value;
  const part = { group: ['club'], node: 'berlin', quantity: left };
  sale.act(now, { type: 'unallocate_quota', sku: 'shoe', part });
  sale.text.push(`\
15:00  The 150 arrive: ${promised.length} are held for whom they were promised to, who pay; ${free} are
       free. So are ${left} that the club left of its quota.
`);
}

/** The books at the end of the day, and why they balance. */
function prove(sale) {
  const { nodes } = sale.stock(clock(15, 20));
  const { entries, findings } = sale.oms.audit();
  const [before, at] = sale.freeAtExpiry;
  const wishes = Object.values(sale.refused).reduce((sum, times) => sum + times, sale.granted);
  const sold = nodes.reduce((sum, { cell }) => sum + cell.allocated, 0);
  sale.text.push(`
Why nobody was oversold
  told     channels together were told of up to ${sale.overcommit} pairs more than there were, but
           only a hold or a promise gives a claim, and each is checked where the pairs lie:
  asked    ${thousands(wishes)} times, of which ${thousands(sale.granted)} were granted and the others refused by code:`);
  for (const code of Object.keys(sale.refused).sort()) {
    sale.text.push(`           ${String(sale.refused[code]).padStart(5)} ${code}`);
  }
  sale.text.push(`\
  repeats  ${sale.lostAnswers} lost answers were given again, ${sale.doubleClicks} double clicks made no event
  expiry   ${before} pairs were free at 10:09:59, ${at} at 10:10:00: no job has to sweep them up
  orders   ${thousands(sale.paid)} paid, ${thousands(sold)} pairs set aside for them`);
  for (const { node, cell, free } of nodes) {
    const { onHand, held, allocated } = cell;
    sale.text.push(`  ${node}   ${onHand} on hand = ${allocated} sold + ${held} held + ${free} free`);
  }
  const commands = thousands(sale.sent);
  sale.text.push(`  audit    ${commands} commands, ${thousands(entries)} events, ${findings.length} errors`);
}

/** The club takes of its quota; for the others any node will do. */
function hold({ number, channel }, cart, until) {
  const [reservation, expiresAt] = [`${cart}-${number}`, time(until)];
  if (channel === 'club') {
    const items = [{ sku: 'shoe', node: 'berlin', quantity: 1 }];
    return { type: 'reserve_quota', reservation, group: ['club'], items, expiresAt };
  }
  const items = [{ sku: 'shoe', quantity: 1 }];
  return { type: 'reserve_stock', reservation, customer: `c-${number}`, items, expiresAt };
}

function promisePair(cart, due) {
  return { type: 'promise_stock', sku: 'shoe', node: 'munich', promise: cart, quantity: 1, due: time(due), receipt: 'late' };
}

function expectReceipt(eta) {
  const plan = { kind: 'purchase', quantity: 150, eta: time(eta) };
  return { type: 'expect_stock', sku: 'shoe', node: 'munich', receipt: 'late', plan };
}

/** Minutes since midnight. */
function clock(hour, minute) {
  return 60 * hour + minute;
}

function time(minute, second = 0) {
  const [hours, minutes, seconds] = [Math.floor(minute / 60), minute % 60, second].map((part) => String(part).padStart(2, '0'));
  return `2026-11-27T${hours}:${minutes}:${seconds}Z`;
}

function thousands(number) {
  return number.toLocaleString('en-US');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(story());
