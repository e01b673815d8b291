// What an embedded file is to the document that holds it.
#pragma once

#include <string>
#include <string_view>

namespace ap::pdf {

// The /AFRelationship (ISO 32000-2, 14.13; PDF/A-3) of the file specification that names `file`: "Data", "Source",
// "Alternative", "Supplement", "Unspecified". Poppler does not tell, so it is looked for in the bytes of the PDF; ""
// when it is not there, is packed away in an object stream, or stands beside a name that is not plain ASCII.
std::string relationship_of(std::string_view file, std::string_view pdf);

}  // namespace ap::pdf
