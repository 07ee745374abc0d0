// Time expressions as TimeML: `dateline tag --format timeml`. A document each, its text unchanged but for the tags.
// Tested by tests/write/timeml_test.cpp.
#include "base/plain_text.h"
#include "dateline/write.h"

namespace dateline {
namespace {

std::string attribute(const char* key, const std::string& value) {
  return value.empty() ? "" : std::string(" ") + key + "=\"" + xml_text(value) + '"';
}

/// True for what the words alone do not date: the publication or another date does.
bool leans_on_another(const Value& v) {
  if (v.op == Value::Op::period || v.op == Value::Op::every) return false;
  if (v.op == Value::Op::range || v.op == Value::Op::part) return leans_on_another(v.args[0]);
  const bool names_its_years = v.partial.year || v.partial.decade || v.partial.century;
  return v.op != Value::Op::partial || (v.args.empty() ? !names_its_years : leans_on_another(v.args[0]));
}

std::string timex3(const Mention& m, std::size_t number, std::string_view text) {
  std::string tag = "<TIMEX3 tid=\"t" + std::to_string(number) + "\" type=\"" + name(m.dated->type) + "\" value=\"" +
                    xml_text(m.dated->value) + '"';
  tag += attribute("mod", m.dated->mod) + attribute("quant", m.quant) + attribute("freq", m.freq);
  tag += std::string(" temporalFunction=\"") + (leans_on_another(m.value) ? "true" : "false") +
         "\" functionInDocument=\"NONE\">";
  return tag + xml_text(text.substr(m.begin, m.end - m.begin)) + "</TIMEX3>";
}

std::string creation_time(const Document& document) {
  if (!document.published) return "<DCT></DCT>\n";
  const std::string value = to_string(*document.published);
  const char* type = document.published->clock == Clock::day ? "DATE" : "TIME";
  return std::string("<DCT><TIMEX3 tid=\"t0\" type=\"") + type + "\" value=\"" + value +
         "\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">" + value + "</TIMEX3></DCT>\n";
}

}  // namespace

std::string to_timeml(const Document& document, const std::vector<Mention>& mentions) {
  const std::string_view text = document.text;
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>" + xml_text(document.id) +
                    "</DOCID>\n" + creation_time(document);
  if (!document.title.empty()) out += "<TITLE>" + xml_text(document.title) + "</TITLE>\n";
  out += "<TEXT>";
  std::size_t written = 0, number = 0;
  for (const auto& mention : mentions)
    for (const auto& m : ends_of(mention)) {
      if (!m.dated) continue;
      out += xml_text(text.substr(written, m.begin - written)) + timex3(m, ++number, text);
      written = m.end;
    }
  return out + xml_text(text.substr(written)) + "</TEXT>\n</TimeML>\n";
}

}  // namespace dateline
