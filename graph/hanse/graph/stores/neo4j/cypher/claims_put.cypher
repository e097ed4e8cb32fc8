// Keep a batch of claims in a load that nobody refers to. Runs after generation_step, once.
UNWIND $rows AS row
CREATE (c:Claim {load: $load}) SET c += row
FOREACH (_ IN CASE WHEN row.predicate IN $judgements THEN [1] ELSE [] END | SET c:Judgement)
