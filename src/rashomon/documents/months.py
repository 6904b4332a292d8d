"""Names of months and weekdays in the languages that news pages are written in; own compilation."""

from __future__ import annotations

_MONTHS = """
january jan januar januari janvier janv enero ene gennaio gen janeiro января янв stycznia ocak jänner
february feb februar februari février févr fév fevrier febrero febbraio fevereiro fev февраля фев lutego şubat feber
march mar märz maerz mrz maart mars marzo março marco марта мар marca mart mrt
april apr avril avr abril abr aprile апреля апр kwietnia nisan
may mai mei mayo maggio mag maio мая maja mayıs
june jun juni juin junio giugno giu junho июня июн czerwca haziran
july jul juli juillet juil julio luglio lug julho июля июл lipca temmuz
august aug augustus août aout agosto ago августа авг sierpnia ağustos
september sep sept septembre septiembre settembre set setembro сентября сен сент września eylül
october oct oktober okt octobre octubre ottobre ott outubro out октября окт października ekim
november nov novembre noviembre novembro ноября ноя listopada kasım
december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro декабря дек grudnia aralık
"""
MONTHS = {name: number for number, line in enumerate(_MONTHS.strip().splitlines(), 1) for name in line.split()}

_WEEKDAYS = """
monday mon montag lundi lunes lunedì segunda maandag понедельник
tuesday tue tues dienstag mardi martes martedì terça dinsdag вторник
wednesday wed mittwoch mercredi miércoles mercoledì quarta woensdag среда
thursday thu thur thurs donnerstag jeudi jueves giovedì quinta donderdag четверг
friday fri freitag vendredi viernes venerdì sexta vrijdag пятница
saturday sat samstag sonnabend samedi sábado sabato zaterdag суббота
sunday sun sonntag dimanche domingo domenica zondag воскресенье
"""
WEEKDAYS = {name: number for number, line in enumerate(_WEEKDAYS.strip().splitlines()) for name in line.split()}
