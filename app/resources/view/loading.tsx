import { DossierSkeleton } from "#components/events/dossier-skeleton.tsx";

export default DossierSkeleton;
