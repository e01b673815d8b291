#include <doctest/doctest.h>

#include "record/json_object.h"

using namespace ap;

TEST_CASE("a large object keeps its order and finds its members by name, also after one was taken out") {
  Json object = Json::object();
  for (int i = 0; i < 100; ++i) object["m" + std::to_string(99 - i)] = i;
  CHECK(object.begin().key() == "m99");
  CHECK(object["m7"] == 92);
  CHECK(object.contains("m0"));
  CHECK_FALSE(object.contains("m100"));
  object["m50"] = "changed";
  CHECK(object.size() == 100);
  object.erase("m60");
  CHECK_FALSE(object.contains("m60"));
  CHECK(object["m50"] == "changed");
  CHECK(object["m0"] == 99);
  Json copy = object;
  copy["new"] = 1;
  CHECK(copy.size() == 100);
  CHECK(copy.dump().ends_with(R"("m1":98,"m0":99,"new":1})"));
  CHECK_FALSE(object.contains("new"));
}

TEST_CASE("of two members with one name one stands") { CHECK(Json::parse(R"({"a":1,"b":2,"a":3})").size() == 2); }
