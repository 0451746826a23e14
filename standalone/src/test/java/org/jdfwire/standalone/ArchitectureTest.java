package org.jdfwire.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the house as DESIGN says: data goes one way, and the rooms know only the contracts. */
class ArchitectureTest {
    private static final String[] SERVICES = {"fetcher", "parser", "store"};
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jdfwire");

    @Test
    void contractsKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage("org.jdfwire.contracts..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.jdfwire..").and(not(resideInAnyPackage("org.jdfwire.contracts.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jsoup..", "com.mongodb..", "org.apache.kafka..")
                .check(ALL);
    }

    @Test
    void aServiceKnowsOnlyTheContracts() {
        for (String service : SERVICES) {
            String own = "org.jdfwire." + service + "..";
            noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.jdfwire..")
                            .and(not(resideInAnyPackage(own, "org.jdfwire.contracts.."))))
                    .check(ALL);
        }
    }

    @Test
    void onlyTheStoreKnowsADatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("org.jdfwire.fetcher..", "org.jdfwire.parser..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..")
                .check(ALL);
    }

    @Test
    void readingAPageNeedsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.jdfwire.parser.decode..",
                        "org.jdfwire.parser.block..",
                        "org.jdfwire.parser.era..",
                        "org.jdfwire.parser.layout..",
                        "org.jdfwire.parser.repair..",
                        "org.jdfwire.parser.topic..",
                        "org.jdfwire.parser.confidence..",
                        "org.jdfwire.parser.field..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.micrometer..")
                .check(ALL);
    }

    @Test
    void packagesOfAModuleFormNoCircle() {
        for (String module : new String[] {"contracts", "fetcher", "parser", "store", "standalone"}) {
            slices().matching("org.jdfwire." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(ALL);
        }
    }

    @Test
    void namesSayTheJob() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(beInANullMarkedPackage()).check(ALL);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .check(ALL);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(type, type.getFullName() + " is in no null-marked package"));
                }
            }
        };
    }
}
