mod chart;
mod page;
mod run;
mod world;

fn main() {
    let n: u32 = std::env::args().nth(1).and_then(|a| a.parse().ok()).unwrap_or(2000);
    let t = std::time::Instant::now();
    let mut world = world::World::new(7, n).unwrap();
    println!("world {:?}", t.elapsed());
    let mut house = run::House::new(world.tenant().clone());
    let opening = world.opening();
    house.execute(&opening, |_, _| {});
    println!("opening {:?}", t.elapsed());
    let mut byk = std::collections::BTreeMap::<String, (std::time::Duration, usize)>::new();
    loop {
        let Some(commands) = world.next_hour(&|id| house.order(id)) else { break };
        house.execute(&commands, |c, r| world.learn(c, r));
    }
    let _ = &mut byk;
    println!("run {:?} {} events", t.elapsed(), house.events);
    println!("{:#?}\n{:#?}\n{:#?} {} {:#?}", house.commands, house.refusals, house.holds, house.repeated, house.examples);
    let mut st = std::collections::BTreeMap::<String, u32>::new();
    house.oms.store().inspect(|s, _| for d in s.documents.values() { if let oms_core::store::Document::Order(o) = &d.document { *st.entry(o.status().to_string()).or_default() += 1; } });
    println!("{st:?}");
    let a = house.oms.audit().unwrap();
    println!("audit {:?} {} {:?}", a.findings.first(), a.findings.len(), t.elapsed());
}
