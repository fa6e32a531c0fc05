import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges files as PDF/A-2b by veraPDF: for each a line "FILE name yes|no", then a line for every broken rule. */
public final class Validate {
    public static void main(String[] names) {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : names) {
            judge(name);
        }
    }

    private static void judge(String name) {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_B;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println("FILE\t" + name + "\t" + (result.isCompliant() ? "yes" : "no"));
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println("RULE\t" + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + "\t" + oneLine(assertion.getMessage()));
                }
            }
        } catch (Exception error) {
            System.out.println("FILE\t" + name + "\tno");
            System.out.println("RULE\tunreadable\t" + oneLine(error.toString()));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
