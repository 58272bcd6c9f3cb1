"""What people are called at home: Honza is Jan.

Only those that are no ordinary word without case and diacritics ("Vláda", "Míra").
"""

_CALLED = """
alena alca, alenka
alois lojza
anna andulka, anicka, anca, anka
antonin tonda, tonik
barbora bara, barca, barka, barunka
bohumil bohous
bohuslav bohous
bozena bozenka, bozka
dagmar dasa, dasenka
eduard eda
eliska ela, elinka
eva evicka, evka
frantisek franta, fanda
gabriela gabina, gabka
hana hanka, hanicka
helena helca, helenka
iva ivka, ivuska
ivana ivanka, ivka
jakub kuba
jan honza, honzik, jenda, jenik
jana janicka
jarmila jarka
jaromir jarek, jarda
jaroslav jarek, jarda
jaroslava jarka
jindrich jindra
jindriska jindra
jiri jirka, jirik
jirina jirka
josef pepa, jozka
karel kaja, karlik
katerina katka, kaca, katerinka
kristyna tyna, tynka
ladislav lada
lenka lenicka
lubomir luba
lubos lubosek
lucie lucka, lucinka
ludmila lida, lidka, lidunka
magdalena magda, majda
marie maruska, marenka, majka, maja
marketa marketka
martina martinka
michaela misa
michal misa
milada milka
miroslav mirek
miroslava mirka
oldrich olda
ondrej ondra
pavel pavlik
pavlina pavla, pavlinka
petr peta, petrik
petra petka, petruska
renata renca, renatka
richard risa
robert roba, robik
rostislav rosta
stanislav standa, stanik
tereza terka, terezka
tomas tomik
vaclav vasek, venca
vendula venda
vera verka, verunka
veronika verca, nika
vladimir vladik
vlastimil vlasta
vojtech vojta
zdenek zdenda
zdenka zdena
zuzana zuzka
"""

#: Of a folded given name.
HOME_NAMES: dict[str, tuple[str, ...]] = {
    name: tuple(called.split(", "))
    for name, called in (line.split(" ", 1) for line in _CALLED.split("\n") if line)
}
