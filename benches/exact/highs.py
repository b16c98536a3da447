"""Solves every order of an instance (oms-alloc/1, JSON on standard input) with HiGHS: `found`, cost, seconds, proved.

One binary per node and service, whole steps of weight per service, whole units per node and line. Only the run of the
solver counts, in processor time, on one thread.
"""

import json
import sys
import time

import highspy
import numpy


def model(instance, order, stock):
    """The mixed-integer program of an order alone, as columns and rows of HiGHS."""
    step = instance["weight_step_g"]
    lines = order["lines"]
    weight = [instance["skus"]["weight_g"][sku] for sku, _ in lines]
    short = [instance["skus"]["short_cents"][sku] * order["prio"] for sku, _ in lines]
    cost, upper, whole, rows = [], [], [], []

    def column(price, most, is_whole=True):
        cost.append(price)
        upper.append(most)
        whole.append(is_whole)
        return len(cost) - 1

    inf = highspy.kHighsInf
    unfilled = [column(price, quantity) for price, (_, quantity) in zip(short, lines)]
    demand = [[(at, 1)] for at in unfilled]
    opened = []
    for number, node in enumerate(instance["nodes"]):
        zone = instance["zone"][number][order["region"]]
        most = [min(quantity, stock.get((sku, number), 0)) for sku, quantity in lines]
        if zone < 0 or not any(most):
            continue
        heaviest = sum(units * grams for units, grams in zip(most, weight))
        open_by, lifts, limits = [], [], []
        for at in node["services"]:
            service = instance["services"][at]
            if service["base_cents"][zone] < 0:
                continue
            late = max(0, node["ready_day"] + service["days"][zone] - order["promise_day"])
            limit = min(heaviest, service["max_weight_g"] or heaviest)
            steps = -(-limit // step)
            fixed = node["ship_cents"] + instance["split_cents"]
            chosen = column(fixed + service["base_cents"][zone] + order["late_cents"] * late, 1)
            billed = column(service["step_cents"][zone], steps)
            rows.append(([(billed, 1), (chosen, -steps)], -inf, 0))
            open_by.append(chosen)
            lifts.append(billed)
            limits.append((chosen, limit))
        if not open_by:
            continue
        rows.append(([(at, 1) for at in open_by], -inf, 1))
        opened += open_by
        units = []
        for line, most_units in enumerate(most):
            if most_units:
                sent = column(node["unit_cents"], most_units)
                units.append((sent, line))
                demand[line].append((sent, 1))
                rows.append(([(sent, 1)] + [(at, -most_units) for at in open_by], -inf, 0))
        load = [(sent, weight[line]) for sent, line in units]
        rows.append((load + [(at, -step) for at in lifts], -inf, 0))
        rows.append((load + [(at, -limit) for at, limit in limits], -inf, 0))
        if node["cap_units"] >= 0:
            rows.append(([(sent, 1) for sent, _ in units], -inf, node["cap_units"]))
    first = column(-instance["split_cents"], 1)
    rows.append(([(first, 1)] + [(at, -1) for at in opened], -inf, 0))
    rows.append(([(at, 1) for at in opened], -inf, order["max_shipments"]))
    for entries, (_, quantity) in zip(demand, lines):
        rows.append((entries, quantity, quantity))
    if order["complete"]:
        whole_order = column(0, 1)
        for at, (_, quantity) in zip(unfilled, lines):
            rows.append(([(at, 1), (whole_order, quantity)], quantity, quantity))
    return cost, upper, whole, rows


def solve(problem, seconds):
    cost, upper, whole, rows = problem
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.5)
    highs.setOptionValue("time_limit", float(seconds))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows)
    lp.col_cost_ = numpy.array(cost, dtype=float)
    lp.col_lower_ = numpy.zeros(len(cost))
    lp.col_upper_ = numpy.array(upper, dtype=float)
    lp.row_lower_ = numpy.array([low for _, low, _ in rows], dtype=float)
    lp.row_upper_ = numpy.array([high for _, _, high in rows], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger if one else highspy.HighsVarType.kContinuous for one in whole]
    starts, index, value = [0], [], []
    for entries, _, _ in rows:
        index += [at for at, _ in entries]
        value += [factor for _, factor in entries]
        starts.append(len(index))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.array(starts)
    lp.a_matrix_.index_ = numpy.array(index)
    lp.a_matrix_.value_ = numpy.array(value, dtype=float)
    highs.passModel(lp)
    start = time.process_time()
    highs.run()
    taken = time.process_time() - start
    optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs.getInfo().objective_function_value, taken, optimal


def main():
    instance = json.load(sys.stdin)
    seconds = int(sys.argv[1])
    table = instance["stock"]
    stock = {(sku, node): units for sku, node, units in zip(table["sku"], table["node"], table["qty"])}
    for order in instance["orders"]:
        cost, taken, optimal = solve(model(instance, order, stock), seconds)
        print(f"found {cost:.3f} {taken:.9f} {int(optimal)}", flush=True)


main()
