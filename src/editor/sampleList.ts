/**
 * A sample list, with one row of each kind that a check reports: a number that a spreadsheet shortened, one
 * that is too short, a duplicate, and one without a country code. Nobody owns these numbers: the French ones
 * are from the ranges that Arcep keeps for films, the American ones are 555-01xx, whose calls the sandbox
 * plays by their last digits.
 */
export const sampleList = `phone,first_name,company,city
+33199001201,Camille,Atelier Lumen,Paris
+33261912602,Hugo,Boulangerie Quimper,Rennes
+33353013503,Inès,Cycles Vauban,Strasbourg
+33465714604,Léa,"Durand, Petit & Fils",Marseille
+12125550100,Olivia,Lakeside Dental,New York
+14155550121,Liam,Mission Street Bikes,San Francisco
+13125550101,Emma,Northwind Plumbing,Chicago
+12065550120,Noah,Orchard Books,Seattle
+16175550130,Ava,"Parker, Quinn & Co.",Boston
+33261912602,Hugo,Boulangerie Quimper,Rennes
3.36123E+10,Rose,Verger du Lac,Annecy
+331990,Arthur,Wagons & Cie,Lille
01 99 00 26 06,Zoé,Fleurs de Sel,Paris
`;
